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

package io.omninode.kafka.test.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.omninode.kafka.test.report.Latency;
import io.omninode.kafka.test.report.LoadCounts;
import io.omninode.kafka.test.report.LoadReport.Times;
import io.omninode.kafka.test.report.LoadSecond;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Takes a sample of the recorded figures each second, and adds them up. For use by the
 * thread of the test only.
 */
final class Sampler {

	private static final int MAX_SECONDS = 3600;

	private static final long SECOND = 1_000_000_000;

	private final LoadMetrics recording;

	private final Histogram response = LoadMetrics.histogram();

	private final Histogram service = LoadMetrics.histogram();

	private final Histogram sendDelay = LoadMetrics.histogram();

	private final Deque<LoadSecond> seconds = new ArrayDeque<>();

	private @Nullable Histogram interval;

	private LoadCounts last;

	private long sampledNanos;

	private boolean finished;

	Sampler(LoadMetrics recording) {
		this.recording = recording;
		this.last = recording.counts();
	}

	/**
	 * Take a sample if a second is over, and return whether it was.
	 */
	boolean tick(long now, int inFlight) {
		Long first = this.recording.firstNanos();
		if (first == null) {
			return false;
		}
		if (this.seconds.isEmpty() && this.sampledNanos == 0) {
			this.sampledNanos = first;
		}
		if (now - this.sampledNanos < SECOND) {
			return false;
		}
		sample(first, now, inFlight);
		return true;
	}

	/**
	 * Take the last sample, once.
	 */
	void finish(long now, int inFlight) {
		Long first = this.recording.firstNanos();
		if (first != null && !this.finished) {
			this.finished = true;
			this.sampledNanos = (this.sampledNanos == 0) ? first : this.sampledNanos;
			sample(first, Math.max(now, this.sampledNanos + 1), inFlight);
		}
	}

	private void sample(long first, long now, int inFlight) {
		Histogram current = this.recording.response().getIntervalHistogram(this.interval);
		this.interval = current;
		this.response.add(current);
		LoadCounts counts = this.recording.counts();
		this.seconds.add(new LoadSecond(Duration.ofNanos(now - first), Duration.ofNanos(now - this.sampledNanos),
				counts.sent() - this.last.sent(), counts.replied() - this.last.replied(),
				counts.failed() - this.last.failed(), counts.timedOut() - this.last.timedOut(), inFlight,
				at(current, 50), at(current, 90), at(current, 99), Duration.ofNanos(current.getMaxValue())));
		if (this.seconds.size() > MAX_SECONDS) {
			this.seconds.removeFirst();
		}
		this.last = counts;
		this.sampledNanos = now;
	}

	private static Duration at(Histogram histogram, double percentile) {
		boolean empty = histogram.getTotalCount() == 0;
		return empty ? Duration.ZERO : Duration.ofNanos(histogram.getValueAtPercentile(percentile));
	}

	List<LoadSecond> seconds() {
		return new ArrayList<>(this.seconds);
	}

	@Nullable LoadSecond lastSecond() {
		return this.seconds.peekLast();
	}

	Duration responseP99() {
		return at(this.response, 99);
	}

	Times times() {
		this.service.add(this.recording.service().getIntervalHistogram());
		this.sendDelay.add(this.recording.sendDelay().getIntervalHistogram());
		return new Times(new Latency(this.response), new Latency(this.service), new Latency(this.sendDelay));
	}

}
