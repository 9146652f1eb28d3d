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

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import io.omninode.kafka.test.listener.ListenerContainer;

/**
 * The topics whose readers have to be ready.
 *
 * @param names the names of the topics
 * @param isEvery whether all readers have to be ready, whatever they read
 */
record WantedTopics(Set<String> names, boolean isEvery) {

	static final WantedTopics EVERY = new WantedTopics(Set.of(), true);

	static WantedTopics of(Collection<String> names) {
		return new WantedTopics(Set.copyOf(names), false);
	}

	/**
	 * Return the topics that a container reads.
	 */
	Set<String> of(ListenerContainer container) {
		return this.names.stream().filter(container::reads).collect(Collectors.toSet());
	}

	boolean isReadBy(ListenerContainer container) {
		return this.isEvery || this.names.stream().anyMatch(container::reads);
	}

	boolean isReadBy(StreamsApplication application) {
		return this.isEvery || application.readsAny(this.names);
	}

	@Override
	public String toString() {
		return this.isEvery ? ""
				: this.names.stream()
					.sorted()
					.map((name) -> "<" + name + ">")
					.collect(Collectors.joining(", ", " for ", ""));
	}

}
