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

import io.omninode.kafka.test.correlation.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * A request that never got a reply, and where it was last seen.
 * <p>
 * Immutable.
 *
 * @param number the number of the request, as its event factory got it
 * @param correlationId its correlation id
 * @param key its key, if it has one
 * @param topic the topic it was sent to
 * @param partition the partition it was written to, or -1
 * @param offset the offset it was written at, or -1
 * @since 0.1.0
 */
public record LostRequest(int number, String correlationId, @Nullable String key, String topic, int partition,
		long offset) {

	/**
	 * Return whether the broker acknowledged the request.
	 * @return whether it did
	 */
	public boolean acknowledged() {
		return this.partition >= 0;
	}

	/**
	 * Return where the request was last seen.
	 * @return one line
	 */
	@Override
	public String toString() {
		String place = acknowledged() ? "at " + this.topic + "-" + this.partition + "@" + this.offset + ", acknowledged"
				: "for " + this.topic + ", not acknowledged";
		return "request " + this.number + " <" + Excerpt.of(this.correlationId) + ">"
				+ ((this.key != null) ? " with key <" + Excerpt.of(this.key) + ">" : "") + " " + place;
	}

}
