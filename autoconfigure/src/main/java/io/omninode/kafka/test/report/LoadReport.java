/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.omninode.kafka.test.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.load.LoadPlan;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.api.AssertProvider;

/**
 * The results of a load. {@code assertThat(report)} returns a {@link LoadReportAssert}.
 * <p>
 * There are three times. The <b>response time</b> is measured from when a request should
 * have left to its reply. It is what a caller sees, and does not hide a stall. The
 * <b>service time</b> is measured from when the request did leave. The <b>send delay</b>
 * is the difference. Requests that failed or timed out are counted, but have no times.
 * <p>
 * Immutable.
 *
 * @since 0.1.0
 */
public final class LoadReport implements AssertProvider<LoadReportAssert> {

	private final Summary summary;

	private final LoadCounts counts;

	private final Times times;

	private final Evidence evidence;

	private final Search search;

	/**
	 * Create a report.
	 * @param summary what was run, and when
	 * @param counts how the requests ended
	 * @param times how long they took
	 * @param evidence the remaining observations
	 * @param search the rates that were tried; empty unless the highest rate was searched
	 */
	@API(status = Status.INTERNAL)
	public LoadReport(Summary summary, LoadCounts counts, Times times, Evidence evidence, Search search) {
		this.summary = summary;
		this.counts = counts;
		this.times = times;
		this.evidence = evidence;
		this.search = search;
	}

	/**
	 * Return the name of the plan.
	 * @return the name
	 */
	public String name() {
		return this.summary.name();
	}

	/**
	 * Return what was sent, for example {@code <validation>: 500/s for 30s}.
	 * @return the exchanges and the rates or users
	 */
	public String plan() {
		return this.summary.plan();
	}

	/**
	 * Return when the measurement began, after the warm-up.
	 * @return the instant
	 */
	public Instant startedAt() {
		return this.summary.startedAt();
	}

	/**
	 * Return the time from the beginning of the measurement to the last send or reply.
	 * @return the time
	 */
	public Duration duration() {
		return this.summary.duration();
	}

	/**
	 * Return whether the thread of the test was interrupted, which ended the load early.
	 * @return whether it was
	 */
	public boolean interrupted() {
		return this.summary.interrupted();
	}

	/**
	 * Return how many requests there were, and how they ended.
	 * @return the counts
	 */
	public LoadCounts counts() {
		return this.counts;
	}

	/**
	 * Return the rate of the replies that came in time.
	 * @return replies a second
	 */
	public double throughput() {
		long nanos = duration().toNanos();
		return (nanos > 0) ? this.counts.replied() * 1e9 / nanos : 0;
	}

	/**
	 * Return the times from when requests should have left to their replies.
	 * @return the times
	 */
	public Latency responseTime() {
		return this.times.response();
	}

	/**
	 * Return the times from when requests did leave to their replies.
	 * @return the times
	 */
	public Latency serviceTime() {
		return this.times.service();
	}

	/**
	 * Return the delays with which requests left.
	 * @return the times
	 */
	public Latency sendDelay() {
		return this.times.sendDelay();
	}

	/**
	 * Return what happened second by second. At most the last 3,600 seconds are kept.
	 * @return the seconds
	 */
	public List<LoadSecond> seconds() {
		return this.evidence.seconds();
	}

	/**
	 * Return the figures of each step of a load with several rates, see
	 * {@link LoadPlan#steps} and {@link LoadPlan#ramp}.
	 * @return the steps in their order; empty if the load had a single rate or none
	 */
	public List<Step> steps() {
		return this.evidence.steps();
	}

	/**
	 * Return the first requests that never got a reply, at most 100.
	 * @return the requests, in the order in which they were sent
	 */
	public List<LostRequest> lostRequests() {
		return this.evidence.lost();
	}

	/**
	 * Return why the first requests were lost.
	 * @return the diagnoses of the first three that were acknowledged
	 */
	public List<Diagnosis> diagnoses() {
		return this.evidence.diagnoses();
	}

	/**
	 * Return a report that says why requests were lost.
	 * @param reasons the diagnoses of the first of them
	 * @return the report
	 */
	@API(status = Status.INTERNAL)
	public LoadReport explained(List<Diagnosis> reasons) {
		return new LoadReport(this.summary, this.counts, this.times, this.evidence.explained(reasons), this.search);
	}

	/**
	 * Return whether the load generator kept up.
	 * @return whether it was the bottleneck, and why
	 */
	public LoadGenerator generator() {
		return this.evidence.generator();
	}

	/**
	 * Return the highest rate at which the threshold held, if it was searched.
	 * @return requests a second; empty if there was no search, or if the threshold never
	 * held
	 */
	public OptionalInt maximumRate() {
		return this.search.rates().stream().filter(TriedRate::held).mapToInt(TriedRate::ratePerSecond).max();
	}

	/**
	 * Return the rates that the search tried, in this order.
	 * @return the rates; empty if there was no search
	 */
	public List<TriedRate> triedRates() {
		return this.search.rates();
	}

	/**
	 * Return the report as text, a table of about ten lines.
	 * @return the table
	 */
	public String table() {
		return new LoadTable(this).toString();
	}

	@Override
	public LoadReportAssert assertThat() {
		return new LoadReportAssert(this);
	}

	@Override
	public String toString() {
		return table();
	}

	/**
	 * Return the same report as the result of a search for the highest rate.
	 * @param rates the rates that were tried
	 * @return a report
	 */
	@API(status = Status.INTERNAL)
	public LoadReport with(List<TriedRate> rates) {
		return new LoadReport(this.summary, this.counts, this.times, this.evidence, new Search(rates));
	}

	/**
	 * A rate that a search for the highest one tried.
	 *
	 * @param ratePerSecond requests a second
	 * @param held whether the threshold held
	 * @param throughput replies a second
	 * @param p99 the 99th percentile of the response time
	 */
	public record TriedRate(int ratePerSecond, boolean held, double throughput, Duration p99) {

	}

	/**
	 * A part of a load with a rate of its own. Each request belongs to the step in which
	 * it was due, whenever its reply arrived.
	 *
	 * @param fromRate requests a second at its beginning
	 * @param toRate requests a second at its end, the same if the rate was constant
	 * @param length its planned duration
	 * @param sent requests that were sent
	 * @param failed requests that failed
	 * @param timedOut requests that timed out
	 * @param responseTime the times from when requests should have left to their replies
	 */
	public record Step(int fromRate, int toRate, Duration length, long sent, long failed, long timedOut,
			Latency responseTime) {

		/**
		 * Return the number of requests that got a reply in time.
		 * @return the number
		 */
		public long replied() {
			return this.responseTime.count();
		}

		/**
		 * Return the rate, for example {@code 100/s} or {@code 10-100/s}.
		 * @return the rate as text
		 */
		public String rate() {
			return ((this.fromRate != this.toRate) ? this.fromRate + "-" : "") + this.toRate + "/s";
		}

	}

	/**
	 * The plan of a load, and when it ran.
	 *
	 * @param name the name of the plan
	 * @param plan the plan as text
	 * @param startedAt when it began
	 * @param duration how long it took
	 * @param interrupted whether it was interrupted
	 */
	@API(status = Status.INTERNAL)
	public record Summary(String name, String plan, Instant startedAt, Duration duration, boolean interrupted) {

	}

	/**
	 * How long the requests took.
	 *
	 * @param response the response times
	 * @param service the service times
	 * @param sendDelay the delays of sending
	 */
	@API(status = Status.INTERNAL)
	public record Times(Latency response, Latency service, Latency sendDelay) {

	}

	/**
	 * The observations other than counts and times.
	 *
	 * @param seconds each second of the load
	 * @param steps its steps
	 * @param lost the first requests that were lost
	 * @param diagnoses why the first of them were lost
	 * @param generator whether the load generator kept up
	 */
	@API(status = Status.INTERNAL)
	public record Evidence(List<LoadSecond> seconds, List<Step> steps, List<LostRequest> lost,
			List<Diagnosis> diagnoses, LoadGenerator generator) {

		/**
		 * Create the evidence from copies of the lists.
		 * @param seconds each second of the load
		 * @param steps its steps
		 * @param lost the first requests that were lost
		 * @param diagnoses why the first of them were lost
		 * @param generator whether the load generator kept up
		 */
		public Evidence {
			seconds = List.copyOf(seconds);
			steps = List.copyOf(steps);
			lost = List.copyOf(lost);
			diagnoses = List.copyOf(diagnoses);
		}

		Evidence explained(List<Diagnosis> reasons) {
			return new Evidence(this.seconds, this.steps, this.lost, reasons, this.generator);
		}

	}

	/**
	 * A search for the highest rate.
	 *
	 * @param rates the rates that were tried
	 */
	@API(status = Status.INTERNAL)
	public record Search(List<TriedRate> rates) {

		/**
		 * No search.
		 */
		public static final Search NONE = new Search(List.of());

		/**
		 * Create a search from a copy of the list.
		 * @param rates the rates that were tried
		 */
		public Search {
			rates = List.copyOf(rates);
		}

	}

}
