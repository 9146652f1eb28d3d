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

/**
 * The figures of about one second of a load. The times are those of the replies that
 * arrived in it.
 * <p>
 * Immutable.
 *
 * @param end when it ended, since the load began
 * @param length its exact length
 * @param sent requests that were sent
 * @param replied replies that arrived
 * @param failed requests that failed
 * @param timedOut requests that timed out
 * @param inFlight requests without a reply at the end
 * @param p50 the median of the response time
 * @param p90 the 90th percentile of the response time
 * @param p99 the 99th percentile of the response time
 * @param max the longest response time
 * @since 0.1.0
 */
public record LoadSecond(Duration end, Duration length, long sent, long replied, long failed, long timedOut,
		int inFlight, Duration p50, Duration p90, Duration p99, Duration max) {

	/**
	 * Return the rate of the requests.
	 * @return requests a second
	 */
	public double sentRate() {
		return rate(this.sent);
	}

	/**
	 * Return the rate of the replies.
	 * @return replies a second
	 */
	public double repliedRate() {
		return rate(this.replied);
	}

	private double rate(long count) {
		return this.length.isZero() ? 0 : count * 1e9 / this.length.toNanos();
	}

}
