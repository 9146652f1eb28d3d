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

package io.omninode.kafka.test.application;

import io.omninode.kafka.test.listener.ListenerOutcomes;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The application as tests see it: whether it is ready for a record, and whether it has
 * consumed one.
 *
 * @param readiness knows whether its listeners are ready
 * @param groups knows the committed offsets of groups
 * @param outcomes knows how listeners processed records
 * @param publications knows the records that its producers could not publish
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ApplicationUnderTest(ApplicationReadiness readiness, ConsumerGroups groups, ListenerOutcomes outcomes,
		Publications publications) {

	/**
	 * Create an instance that does not watch producers.
	 * @param readiness knows whether its listeners are ready
	 * @param groups knows the committed offsets of groups
	 * @param outcomes knows how listeners processed records
	 */
	public ApplicationUnderTest(ApplicationReadiness readiness, ConsumerGroups groups, ListenerOutcomes outcomes) {
		this(readiness, groups, outcomes, Publications.unwatched());
	}

}
