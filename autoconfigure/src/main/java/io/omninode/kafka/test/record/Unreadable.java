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

package io.omninode.kafka.test.record;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whether a listener stands before a record because its deserializer cannot read it: then
 * the consumer throws, nobody is called, and nobody is told. Asked for when the listener
 * has not been called for a while, with its own deserializer.
 * <p>
 * Not safe for use by several threads.
 */
final class Unreadable {

	/**
	 * For how long a listener has to stand before a record that is awaited.
	 */
	static final Duration STANDSTILL = Duration.ofSeconds(1);

	private final Copies copies;

	private final WaitSettings settings;

	private final long standstill;

	private final Map<String, Standing> standing = new HashMap<>();

	private final Map<String, Optional<RuntimeException>> known = new HashMap<>();

	Unreadable(Copies copies, WaitSettings settings, Duration standstill) {
		this.copies = copies;
		this.settings = settings;
		this.standstill = standstill.toNanos();
	}

	ConsumptionLook lookAt(ConsumptionLook look) {
		ConsumptionLook result = look;
		for (Map.Entry<String, Outcome> entry : look.outcomes().entrySet()) {
			String group = entry.getKey();
			if (entry.getValue().state() == State.NOT_CALLED && !look.isPast(group) && stands(group, look)) {
				RuntimeException failure = failure(group, look);
				result = (failure != null) ? result.with(group, entry.getValue().unreadable(failure)) : result;
			}
		}
		return result;
	}

	/**
	 * A group that has committed nothing may still be before the record too.
	 */
	private boolean stands(String group, ConsumptionLook look) {
		long committed = look.committed().getOrDefault(group, -1L);
		long now = System.nanoTime();
		Standing since = this.standing.compute(group, (key,
				before) -> (before != null && before.committed() == committed) ? before : new Standing(committed, now));
		return (committed < 0 || committed == look.wanted().place().offset())
				&& now - since.nanoTime() >= this.standstill;
	}

	private @Nullable RuntimeException failure(String group, ConsumptionLook look) {
		Optional<RuntimeException> known = this.known.get(group);
		if (known != null) {
			return known.orElse(null);
		}
		ConsumerRecord<byte[], byte[]> record = this.copies.find(look.wanted().place());
		if (record == null) {
			return null;
		}
		RuntimeException failure = this.settings.reader().failure(group, record);
		this.known.put(group, Optional.ofNullable(failure));
		return failure;
	}

	/**
	 * Where a group stands.
	 *
	 * @param committed its next offset
	 * @param nanoTime since when
	 */
	private record Standing(long committed, long nanoTime) {

	}

}
