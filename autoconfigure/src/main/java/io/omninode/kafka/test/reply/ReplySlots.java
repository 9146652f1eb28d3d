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

package io.omninode.kafka.test.reply;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The waits that are open, by correlation id. Nearly always there is one for an id.
 */
final class ReplySlots {

	private final Map<String, Set<ReplySlot>> waits = new ConcurrentHashMap<>();

	void add(ReplySlot wait) {
		this.waits.merge(wait.correlationId(), Set.of(wait), ReplySlots::join);
	}

	/**
	 * Join sets, of which one that has a single element may be unmodifiable.
	 */
	private static Set<ReplySlot> join(Set<ReplySlot> known, Set<ReplySlot> added) {
		Set<ReplySlot> joined = known;
		if (known.size() == 1) {
			joined = ConcurrentHashMap.newKeySet();
			joined.addAll(known);
		}
		joined.addAll(added);
		return joined;
	}

	void remove(ReplySlot wait) {
		this.waits.computeIfPresent(wait.correlationId(), (id, known) -> {
			if (known.size() == 1) {
				return known.contains(wait) ? null : known;
			}
			known.remove(wait);
			return known;
		});
	}

	boolean isEmpty() {
		return this.waits.isEmpty();
	}

	void forEach(String correlationId, Consumer<ReplySlot> action) {
		this.waits.getOrDefault(correlationId, Set.of()).forEach(action);
	}

	/**
	 * End all waits.
	 */
	void failAll(Throwable reason) {
		this.waits.values().forEach((known) -> known.forEach((wait) -> {
			remove(wait);
			wait.failed(reason);
		}));
	}

}
