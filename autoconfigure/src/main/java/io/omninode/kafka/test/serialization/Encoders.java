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

package io.omninode.kafka.test.serialization;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.json.UnwritableValueException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The serializers of the application that may write an object, starting with those for
 * its type.
 *
 * @param encoders the serializers
 */
record Encoders(List<Encoder> encoders) {

	/**
	 * Choose from serializers.
	 */
	static Encoders of(Stream<@Nullable Encoder> encoders, String topic, Object object) {
		return new Encoders(encoders.filter(Objects::nonNull)
			.map((encoder) -> encoder.chosenFor(topic, object))
			.filter(Objects::nonNull)
			.filter((encoder) -> encoder.accepts(object))
			.sorted(Comparator.comparing((encoder) -> !encoder.isSpecific()))
			.toList());
	}

	/**
	 * Leave out serializers that write a format other than JSON, unless they are specific
	 * to the type of the object.
	 */
	Encoders forListenersOfJson() {
		return new Encoders(
				this.encoders.stream().filter((encoder) -> encoder.isJson() || encoder.isSpecific()).toList());
	}

	/**
	 * Leave out serializers that write JSON.
	 */
	Encoders withoutJson() {
		return new Encoders(this.encoders.stream().filter((encoder) -> !encoder.isJson()).toList());
	}

	/**
	 * Write an object with the first serializer that can.
	 * @return the written object, or {@code null} if no serializer accepts it
	 * @throws IllegalArgumentException if all serializers that accept it fail
	 */
	@Nullable Encoded encode(String topic, Headers headers, Object object) {
		return encode(topic, headers, object, false);
	}

	/**
	 * Write an object with the first serializer that can.
	 * @return the written object, or {@code null} if none can
	 */
	@Nullable Encoded encodeIfPossible(String topic, Headers headers, Object object) {
		return encode(topic, headers, object, true);
	}

	private @Nullable Encoded encode(String topic, Headers headers, Object object, boolean lenient) {
		Map<Encoder, RuntimeException> failures = new LinkedHashMap<>();
		for (Encoder encoder : this.encoders) {
			Headers copy = new RecordHeaders(headers);
			try {
				return new Encoded(encoder.encode(topic, copy, object), copy, encoder.isJson());
			}
			catch (ClassCastException ex) {
				continue;
			}
			catch (RuntimeException ex) {
				failures.put(encoder, ex);
			}
		}
		if (!failures.isEmpty() && !lenient) {
			throw unwritable(topic, object, failures);
		}
		return null;
	}

	private static IllegalArgumentException unwritable(String topic, Object object,
			Map<Encoder, RuntimeException> failures) {
		String reasons = failures.entrySet()
			.stream()
			.map((failure) -> "<" + failure.getKey() + ">: "
					+ Excerpt.of(String.valueOf(failure.getValue().getMessage())))
			.collect(Collectors.joining("; "));
		return new UnwritableValueException(
				"An object of type <" + object.getClass().getName() + "> for topic <" + Excerpt.of(topic)
						+ "> cannot be written with the serializers of the application, " + reasons,
				"send what they can write, choose a template with via(template), or send text or bytes",
				failures.values().iterator().next());
	}

}
