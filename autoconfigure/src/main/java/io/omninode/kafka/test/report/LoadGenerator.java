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
import java.util.ArrayList;
import java.util.List;

import io.omninode.kafka.test.waiting.Durations;

/**
 * Tells whether the load generator kept up. If it was the bottleneck, it has caused part
 * of the response times, not the service.
 * <p>
 * Immutable.
 *
 * @param sendDelayP99 the 99th percentile of the time by which requests left late
 * @param responseP99 the 99th percentile of the response time, which includes that time
 * @param cpu the share of all processors that this process used, from 0 to 1, including
 * the service if it runs in this process; negative if it is not known
 * @param bufferWait how long the producer waited for room in its buffer
 * @param limited how many requests had to wait for one in flight
 * @since 0.1.0
 */
public record LoadGenerator(Duration sendDelayP99, Duration responseP99, double cpu, Duration bufferWait,
		long limited) {

	private static final Duration MAX_DELAY = Duration.ofMillis(20);

	private static final int MIN_SHARE = 10;

	private static final double MAX_CPU = 0.9;

	/**
	 * Return whether requests left noticeably late: the 99th percentile of the delay is
	 * above 20 ms, and more than a tenth of that of the response time.
	 * @return whether they did
	 */
	public boolean isBehind() {
		return this.sendDelayP99.compareTo(MAX_DELAY) > 0
				&& this.sendDelayP99.multipliedBy(MIN_SHARE).compareTo(this.responseP99) > 0;
	}

	/**
	 * Return whether the load generator was the bottleneck.
	 * @return whether there is a reason to believe so
	 */
	public boolean isBottleneck() {
		return !reasons().isEmpty();
	}

	/**
	 * Return why the load generator counts as the bottleneck.
	 * @return the reasons, none if it kept up
	 */
	public List<String> reasons() {
		List<String> reasons = new ArrayList<>();
		if (isBehind()) {
			reasons.add("requests left " + Durations.rounded(this.sendDelayP99) + " late (p99)");
		}
		if (this.limited > 0) {
			reasons.add(this.limited + " requests waited for the limit of requests in flight");
		}
		if (!this.bufferWait.isZero()) {
			reasons.add("the producer waited " + Durations.rounded(this.bufferWait) + " for room in its buffer");
		}
		if (this.cpu >= MAX_CPU) {
			reasons.add("this process used " + percent() + " of all processors");
		}
		return List.copyOf(reasons);
	}

	private String percent() {
		return Math.round(this.cpu * 100) + "%";
	}

	/**
	 * Return whether it kept up, and why not.
	 * @return one line
	 */
	@Override
	public String toString() {
		String usage = (this.cpu < 0) ? "" : ", " + percent() + " of all processors used by this process";
		return isBottleneck() ? "was the bottleneck: " + String.join("; ", reasons()) : "kept up" + usage;
	}

}
