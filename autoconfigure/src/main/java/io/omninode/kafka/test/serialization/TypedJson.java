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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A value that was written as JSON. Listeners that read it with Spring Kafka's own
 * deserializers may need its type in a header.
 *
 * @param topic the topic of the value
 * @param json the JSON
 * @param type the original type, {@code null} for maps, lists and trees
 */
record TypedJson(String topic, byte[] json, @Nullable Class<?> type) {

	static final String TYPE_HEADER = "__TypeId__";

	/**
	 * Add a type to the headers if a listener cannot read the value without one. This is
	 * the type of the value itself, or the one that the listener method takes.
	 */
	void addType(Headers headers, List<ListenerFormat> listeners) {
		if (headers.lastHeader(TYPE_HEADER) == null) {
			listeners.stream()
				.filter((listener) -> listener.goesByType(this.topic, headers, this.json))
				.flatMap((listener) -> typeFor(listener, headers).stream())
				.findFirst()
				.ifPresent((type) -> headers.add(TYPE_HEADER, type));
		}
	}

	/**
	 * Return the first type with which the listener can read the value, or the first
	 * candidate if there is no such type.
	 */
	private Optional<byte[]> typeFor(ListenerFormat listener, Headers headers) {
		List<byte[]> types = names(listener).stream().map(TypedJson::bytes).toList();
		return types.stream()
			.filter((type) -> isReadable(listener.reading().values(),
					new RecordHeaders(headers).add(TYPE_HEADER, type)))
			.findFirst()
			.or(() -> types.stream().findFirst());
	}

	private boolean isReadable(@Nullable Decoder values, Headers headers) {
		return values == null || values.canDecode(this.topic, headers, this.json);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Return the names of the candidate types, starting with those that the listener
	 * itself uses. If the method does not take the type of the value, the type that it
	 * takes comes first.
	 */
	private List<String> names(ListenerFormat listener) {
		Class<?> taken = listener.taken();
		boolean fits = taken == null || (this.type != null && taken.isAssignableFrom(this.type));
		List<String> names = new ArrayList<>();
		addNames(fits ? this.type : taken, listener, names);
		addNames(fits ? taken : this.type, listener, names);
		return names;
	}

	private static void addNames(@Nullable Class<?> type, ListenerFormat listener, List<String> names) {
		if (type != null) {
			Map<String, Class<?>> known = listener.typeNames();
			known.entrySet()
				.stream()
				.filter((each) -> each.getValue() == type)
				.map(Map.Entry::getKey)
				.forEach(names::add);
			names.add(type.getName());
		}
	}

}
