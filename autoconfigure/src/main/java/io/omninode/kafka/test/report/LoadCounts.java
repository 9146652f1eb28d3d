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

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many requests there were, and how they ended. Each request that was sent got a
 * reply, failed, timed out or is unfinished. The warm-up is not counted.
 * <p>
 * Immutable.
 *
 * @param sent requests that were handed to the producer
 * @param acknowledged requests that the broker acknowledged
 * @param replied requests with a reply in time
 * @param timedOut requests without a reply in time, which are late or lost
 * @param late requests with a reply after their timeout, but before the load ended
 * @param duplicates further replies to the same request
 * @param outOfOrder replies that arrived after the reply to a later request with the same
 * key
 * @param unfinished requests that were still waiting when the load was interrupted
 * @param failures requests that could not be sent, or were answered on the error topic of
 * their exchange, by the cause
 * @since 0.1.0
 */
public record LoadCounts(long sent, long acknowledged, long replied, long timedOut, long late, long duplicates,
		long outOfOrder, long unfinished, Map<String, Long> failures) {

	public LoadCounts {
		failures = Collections.unmodifiableMap(new TreeMap<>(failures));
	}

	/**
	 * Return the number of requests that never got a reply: those that timed out and were
	 * not late.
	 * @return the number
	 */
	public long lost() {
		return this.timedOut - this.late;
	}

	/**
	 * Return the number of requests that failed.
	 * @return the number
	 */
	public long failed() {
		return this.failures.values().stream().mapToLong(Long::longValue).sum();
	}

}
