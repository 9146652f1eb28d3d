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

package io.omninode.kafka.test.json;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects of one type from JSON. Headers are ignored.
 * <p>
 * Safe for use by several threads.
 *
 * @param <T> the type
 * @param json reads JSON
 * @param type the type
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record TypedDeserializer<T>(JsonFormat json, Class<T> type) implements Deserializer<T> {

	/**
	 * Read a value.
	 * @param topic the topic
	 * @param data the value
	 * @return the object, or {@code null} for {@code null}
	 * @throws SerializationException if the value cannot be read
	 */
	@Override
	@SuppressWarnings("NullAway")
	public @Nullable T deserialize(String topic, byte @Nullable [] data) {
		try {
			return (data != null) ? this.json.read(data, this.type) : null;
		}
		catch (IllegalArgumentException ex) {
			throw new SerializationException("A value of topic <" + topic + "> cannot be read as <"
					+ this.type.getName() + ">: " + ex.getMessage(), ex);
		}
	}

}
