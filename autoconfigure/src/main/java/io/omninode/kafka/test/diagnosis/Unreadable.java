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

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import io.omninode.kafka.test.serialization.RecordReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whether a listener stands before a record because its deserializer cannot read that
 * record, or one before it: then the consumer throws, nobody is called, and nobody is
 * told. Asked for when the listener has not been called for a while, with its own
 * deserializer.
 * <p>
 * Not safe for use by several threads.
 */
final class Unreadable {

	private final Copies copies;

	private final RecordReader reader;

	private final long standstill;

	private final Map<String, Standing> standing = new HashMap<>();

	private final Map<String, Optional<RuntimeException>> known = new HashMap<>();

	Unreadable(Sources sources, Duration standstill) {
		this.copies = new Copies(sources.tap(), sources.scope());
		this.reader = sources.reader();
		this.standstill = standstill.toNanos();
	}

	ConsumptionLook lookAt(ConsumptionLook look) {
		ConsumptionLook result = look;
		for (Map.Entry<String, Outcome> entry : look.outcomes().entrySet()) {
			String group = entry.getKey();
			if (entry.getValue().state() == State.NOT_CALLED && !look.isPast(group) && stands(group, look)) {
				Origins.Place place = next(look.committed().getOrDefault(group, -1L), look.wanted().place());
				RuntimeException failure = failure(group, place);
				result = (failure != null) ? result.blocked(group, entry.getValue().unreadable(failure), place)
						: result;
			}
		}
		return result;
	}

	private boolean stands(String group, ConsumptionLook look) {
		long committed = look.committed().getOrDefault(group, -1L);
		long now = System.nanoTime();
		Standing since = this.standing.compute(group, (key,
				before) -> (before != null && before.committed() == committed) ? before : new Standing(committed, now));
		return now - since.nanoTime() >= this.standstill;
	}

	/**
	 * The next record is the one after what the group has committed. If it has committed
	 * nothing, it may be the one that is awaited.
	 */
	private static Origins.Place next(long committed, Origins.Place awaited) {
		return (committed < 0) ? awaited : new Origins.Place(awaited.partition(), committed);
	}

	private @Nullable RuntimeException failure(String group, Origins.Place place) {
		String key = group + " " + place;
		Optional<RuntimeException> known = this.known.get(key);
		if (known != null) {
			return known.orElse(null);
		}
		ConsumerRecord<byte[], byte[]> record = this.copies.find(place);
		if (record == null) {
			return null;
		}
		RuntimeException failure = this.reader.failure(group, record);
		this.known.put(key, Optional.ofNullable(failure));
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
