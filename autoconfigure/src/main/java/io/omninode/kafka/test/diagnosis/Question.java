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

package io.omninode.kafka.test.diagnosis;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.omninode.kafka.test.listener.Origins;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What did not happen, in words that every part of the library can ask in.
 *
 * @param id the correlation id of what was expected, {@code null} if it has none
 * @param expected what was expected
 * @param request what was to lead to it
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Question(@Nullable String id, Expected expected, Request request) {

	/**
	 * What was expected.
	 *
	 * @param text what, where and for how long: a sentence
	 * @param topics the names of the topics on which it was expected
	 * @param counted what came there, and counts
	 * @param excluded what came there, and does not count
	 * @param evidence what is known already
	 */
	public record Expected(String text, List<String> topics, Collection<Origins.Place> counted,
			Collection<Origins.Place> excluded, Evidence evidence) {

		boolean knows(Origins.Place place) {
			return this.counted.contains(place) || this.excluded.contains(place);
		}

	}

	/**
	 * What is known already, one line each.
	 *
	 * @param first what comes before what is found out
	 * @param last what comes after it
	 */
	public record Evidence(List<String> first, List<String> last) {

	}

	/**
	 * What was to lead to it.
	 *
	 * @param topics the names of the topics on which it may be, none if that is not known
	 * @param place where it is, {@code null} if that is not known
	 * @param nanos when it was sent, or when the wait began, on the clock of
	 * {@link System#nanoTime()}
	 * @param failure why it was not sent, {@code null} if it was
	 */
	public record Request(Set<String> topics, Origins.@Nullable Place place, long nanos, @Nullable Throwable failure) {

		Request at(Origins.Place found) {
			return new Request(this.topics, found, this.nanos, this.failure);
		}

	}

}
