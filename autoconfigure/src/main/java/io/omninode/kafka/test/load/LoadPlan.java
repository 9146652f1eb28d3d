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
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

import io.omninode.kafka.test.report.LoadReport;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a load: which requests to send, when they leave, and how long their replies
 * may take.
 *
 * <pre class="code">
 * LoadPlan.sustained("validation", 500, Duration.ofSeconds(30))
 * 	.event((number) -&gt; Map.of("payload", Map.of("code", "x = " + number)))
 * 	.warmUp(Duration.ofSeconds(5))
 * 	.timeout(Duration.ofSeconds(2));
 * </pre>
 *
 * A <b>concurrent</b> load is a closed model: each user waits for its reply before it
 * sends again, so a slow service gets fewer requests. A <b>sustained</b> load is an open
 * model: requests leave on schedule whether replies come or not, as independent callers
 * do.
 * <p>
 * Immutable: every method returns a new plan.
 *
 * @since 0.1.0
 */
public final class LoadPlan {

	private final LoadShape shape;

	private final List<Target> targets;

	private final PlanOptions options;

	private LoadPlan(LoadShape shape, List<Target> targets, PlanOptions options) {
		this.shape = shape;
		this.targets = List.copyOf(targets);
		this.options = options;
	}

	/**
	 * Return a plan of users who each send the next request when the reply to the last
	 * one has arrived or timed out.
	 * @param exchange the name of the exchange
	 * @param users number of users, which is the number of requests in flight
	 * @param requests number of requests of all users together, without the warm-up
	 * @return the plan
	 * @throws IllegalArgumentException if a number is not positive
	 */
	public static LoadPlan concurrent(String exchange, int users, int requests) {
		return of(exchange, new LoadShape.Closed(users, requests));
	}

	/**
	 * Return a plan of requests that leave at a fixed rate, whether replies arrive or
	 * not.
	 * @param exchange the name of the exchange
	 * @param ratePerSecond requests a second
	 * @param duration how long requests are sent, without the warm-up
	 * @return the plan
	 * @throws IllegalArgumentException if the rate or the duration is not positive
	 */
	public static LoadPlan sustained(String exchange, int ratePerSecond, Duration duration) {
		return of(exchange, new LoadShape.Open(List.of(), List.of(Stage.constant(ratePerSecond, duration))));
	}

	private static LoadPlan of(String exchange, LoadShape shape) {
		return new LoadPlan(shape, List.of(new Target(exchange, 1, null, null)), PlanOptions.DEFAULTS);
	}

	/**
	 * Set the factory of events for the exchange that was named last. It gets the number
	 * of the request, which starts at 0 and includes the warm-up, and returns a value
	 * that {@code Exchange.send} accepts: an object that Jackson can write, bytes, or
	 * JSON text. It is called by the sending thread, so it should be fast.
	 * @param factory creates an event
	 * @return a new plan
	 */
	public LoadPlan event(IntFunction<?> factory) {
		return withTarget((target) -> target.withEvent(factory));
	}

	/**
	 * Set the factory of keys for the exchange that was named last. It gets the number of
	 * the request. By default records have no key. The order of replies is checked for
	 * each key.
	 * @param factory creates a key
	 * @return a new plan
	 */
	public LoadPlan key(IntFunction<String> factory) {
		return withTarget((target) -> target.withKey(factory));
	}

	/**
	 * Set the weight of the exchange that was named last. The default is 1.
	 * @param weight its share of the requests, relative to the weights of the others
	 * @return a new plan
	 */
	public LoadPlan weight(int weight) {
		return withTarget((target) -> target.withWeight(weight));
	}

	/**
	 * Add an exchange. Requests are spread over all exchanges by weight, always in the
	 * same order. Further calls of {@link #event}, {@link #key} and {@link #weight} apply
	 * to this exchange.
	 * @param exchange the name of the exchange
	 * @return a new plan
	 */
	public LoadPlan and(String exchange) {
		List<Target> all = new ArrayList<>(this.targets);
		all.add(new Target(exchange, 1, null, null));
		return new LoadPlan(this.shape, all, this.options);
	}

	/**
	 * Begin with a rate that rises or falls evenly. Several ramps follow each other, and
	 * the rate of the plan comes after them. Requests sent during a ramp are measured.
	 * @param from requests a second at the beginning, 0 or more
	 * @param to requests a second at the end
	 * @param over how long the ramp lasts
	 * @return a new plan
	 * @throws IllegalStateException if this plan is a concurrent one
	 */
	public LoadPlan ramp(int from, int to, Duration over) {
		return new LoadPlan(open("ramp").withRamp(Stage.ramp(from, to, over)), this.targets, this.options);
	}

	/**
	 * Send at several rates, one after the other, each for the duration of the plan. They
	 * replace the rate of the plan.
	 * @param ratesPerSecond the rates, at least one
	 * @return a new plan
	 * @throws IllegalStateException if this plan is a concurrent one
	 */
	public LoadPlan steps(int... ratesPerSecond) {
		if (ratesPerSecond.length == 0) {
			throw new IllegalArgumentException("Steps need at least one rate: steps(100, 200, 400) for example");
		}
		return new LoadPlan(open("steps").withRates(ratesPerSecond), this.targets, this.options);
	}

	/**
	 * Search for the highest rate at which a threshold holds: the rate of the plan is
	 * doubled until the threshold does not hold, then the gap is halved. Each rate is
	 * tried for the duration of the plan. The report is that of the highest rate at which
	 * it held.
	 * @param threshold the threshold that has to hold
	 * @return a new plan
	 * @throws IllegalStateException if this plan is a concurrent one
	 * @see LoadReport#maximumRate()
	 */
	public LoadPlan findMaximumRate(RateThreshold threshold) {
		return new LoadPlan(open("findMaximumRate"), this.targets, this.options.withThreshold(threshold));
	}

	/**
	 * Set how long requests are sent before they are measured. By default there is no
	 * warm-up.
	 * @param warmUp the duration, 0 or more
	 * @return a new plan
	 */
	public LoadPlan warmUp(Duration warmUp) {
		return with(this.options.withWarmUp(warmUp));
	}

	/**
	 * Set the maximum time from the acknowledgement of a request to its reply. The
	 * default is {@code kafka.test.reply.timeout}.
	 * @param timeout the maximum time
	 * @return a new plan
	 */
	public LoadPlan timeout(Duration timeout) {
		return with(this.options.withTimeout(timeout));
	}

	/**
	 * Set the maximum number of requests without a reply. The default is 100,000. A
	 * request that is held back by this limit leaves late, which counts as response time.
	 * @param maxInFlight the maximum number
	 * @return a new plan
	 */
	public LoadPlan maxInFlight(int maxInFlight) {
		return with(this.options.withMaxInFlight(maxInFlight));
	}

	/**
	 * Set the name under which the report is kept and compared with the previous one. The
	 * default consists of the exchange and the kind of load.
	 * @param name the name
	 * @return a new plan
	 */
	public LoadPlan name(String name) {
		return with(this.options.withName(name));
	}

	/**
	 * Return the name.
	 * @return the name
	 */
	public String name() {
		String name = this.options.name();
		String kind = (this.shape instanceof LoadShape.Closed) ? "-concurrent" : "-sustained";
		return (name != null) ? name : this.targets.get(0).exchange() + kind;
	}

	private LoadPlan with(PlanOptions options) {
		return new LoadPlan(this.shape, this.targets, options);
	}

	private LoadPlan withTarget(UnaryOperator<Target> change) {
		List<Target> all = new ArrayList<>(this.targets);
		int last = all.size() - 1;
		all.set(last, change.apply(all.get(last)));
		return new LoadPlan(this.shape, all, this.options);
	}

	private LoadShape.Open open(String method) {
		if (this.shape instanceof LoadShape.Open open) {
			return open;
		}
		throw new IllegalStateException("A concurrent load has no rate, so " + method
				+ " has no meaning for it: begin with LoadPlan.sustained(exchange, ratePerSecond, duration)");
	}

	LoadPlan atRate(int rate) {
		LoadShape.Open shape = new LoadShape.Open(List.of(), open("atRate").steady()).withRates(rate);
		return new LoadPlan(shape, this.targets, this.options.withThreshold(null));
	}

	LoadShape shape() {
		return this.shape;
	}

	List<Target> targets() {
		return this.targets;
	}

	PlanOptions options() {
		return this.options;
	}

	@Nullable RateThreshold threshold() {
		return this.options.threshold();
	}

	/**
	 * Return what is sent, for example {@code <validation>: 500/s for 30s}.
	 * @return the exchanges and the rates or users
	 */
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		for (Target target : this.targets) {
			text.append(text.isEmpty() ? "<" : ", <").append(target.exchange()).append('>');
			text.append((this.targets.size() > 1) ? " x " + target.weight() : "");
		}
		return text.append(": ").append(this.shape).toString();
	}

}
