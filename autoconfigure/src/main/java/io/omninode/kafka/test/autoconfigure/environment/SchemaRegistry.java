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

package io.omninode.kafka.test.autoconfigure.environment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry of the tests, as the configuration of a client names it.
 *
 * @param url its address
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record SchemaRegistry(String url) {

	/**
	 * The registry of the tests if none is configured.
	 */
	public static final String IN_MEMORY = "mock://kafka-test";

	private static final String CONFLUENT = "schema.registry.url";

	private static final String APICURIO = "apicurio.registry.url";

	/**
	 * The prefix with which Confluent's serializers recognize an in-memory registry.
	 */
	private static final String MOCK = "mock:";

	private static final Map<String, String> NAMES_BY_PACKAGE = Map.of("io.confluent.", CONFLUENT, "io.apicurio.",
			APICURIO);

	/**
	 * Return whether an entry names another registry, or one that its serializer does not
	 * support.
	 */
	public boolean isForeign(String name, String value) {
		if (name.endsWith(CONFLUENT)) {
			return !value.startsWith(MOCK) && !value.equals(this.url);
		}
		return name.endsWith(APICURIO) && (!value.equals(this.url) || !isUnderstood(name, value));
	}

	/**
	 * Return whether a serializer can use a value.
	 */
	public boolean isUnderstood(String name, String value) {
		return !name.endsWith(APICURIO) || !value.startsWith(MOCK);
	}

	/**
	 * Return the missing entries that serializers of a registry need.
	 */
	public Map<String, Object> missing(Map<?, ?> configuration) {
		Map<String, Object> missing = new LinkedHashMap<>();
		if (!this.url.equals(IN_MEMORY)) {
			Stream
				.of("key.serializer", "value.serializer", "key.deserializer", "value.deserializer", "default.key.serde",
						"default.value.serde")
				.map(configuration::get)
				.map((type) -> (type instanceof Class<?> known) ? known.getName() : String.valueOf(type))
				.forEach((type) -> NAMES_BY_PACKAGE.forEach((start, name) -> {
					if (type.startsWith(start) && !configuration.containsKey(name)) {
						missing.put(name, this.url);
					}
				}));
		}
		return missing;
	}

	/**
	 * Return whether an address is that of an in-memory registry.
	 */
	static boolean isMock(@Nullable Object url) {
		return String.valueOf(url).startsWith(MOCK);
	}

}
