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

import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.serialization.Serializer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Writes values as JSON. Bytes and text are written as they are, whatever they contain.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class JsonValues implements Serializer<Object> {

	private final JsonFormat json;

	/**
	 * Create an instance.
	 * @param json writes values that are neither bytes nor text
	 */
	public JsonValues(JsonFormat json) {
		this.json = json;
	}

	/**
	 * Write a value.
	 * @param topic the topic of the value, which is ignored
	 * @param value the value
	 * @return the bytes, or {@code null} for {@code null}
	 * @throws IllegalArgumentException if it cannot be written as JSON
	 */
	@Override
	@SuppressWarnings("NullAway")
	public byte @Nullable [] serialize(String topic, @Nullable Object value) {
		if (value == null || value instanceof byte[]) {
			return (byte[]) value;
		}
		if (value instanceof CharSequence text) {
			return text.toString().getBytes(StandardCharsets.UTF_8);
		}
		try {
			return this.json.write(value);
		}
		catch (IllegalArgumentException ex) {
			throw new UnwritableValueException(
					"A value of type <" + value.getClass().getName() + "> for topic <" + topic
							+ "> cannot be written as JSON: "
							+ StringUtils.trimTrailingCharacter(String.valueOf(ex.getMessage()), '.'),
					"give Jackson a way to write it, or send a Map, a JsonNode, JSON text or bytes", ex.getCause());
		}
	}

}
