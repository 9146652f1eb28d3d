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

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an application property that configures a cluster, derived from its
 * name. The names are those that Kafka, Spring Boot, Spring Cloud Stream and the clients
 * of schema registries use, after any prefix and in any spelling.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public enum ClusterSetting {

	/**
	 * The addresses of brokers.
	 */
	SERVERS("bootstrapservers", "kafkabinderbrokers", "kafkastreamsbinderbrokers"),

	/**
	 * The security protocol.
	 */
	PROTOCOL("securityprotocol"),

	/**
	 * The address of a schema registry.
	 */
	REGISTRY("schemaregistryurl", "apicurioregistryurl", "schemaregistryclientendpoint");

	private static final Set<String> OURS = Set.of("testkafkabootstrapservers", "testschemaregistryurl");

	private static final List<String> LAST_LETTERS = List.of("rs", "ol", "rl", "nt", "]");

	private final String[] endings;

	ClusterSetting(String... endings) {
		this.endings = endings;
	}

	/**
	 * Return the meaning of a property, or {@code null} if it does not configure a
	 * cluster.
	 * @param name the name of the property
	 * @return the meaning, or {@code null} if it does not configure a cluster
	 */
	public static @Nullable ClusterSetting of(String name) {
		if (!isCandidate(name)) {
			return null;
		}
		String plain = plain(name);
		return isOurs(plain) ? null
				: Stream.of(values()).filter((setting) -> setting.isNamed(plain)).findFirst().orElse(null);
	}

	/**
	 * Rule out most names quickly, because this is called for every property of the
	 * environment.
	 */
	private static boolean isCandidate(String name) {
		for (String letters : LAST_LETTERS) {
			int start = name.length() - letters.length();
			if (start >= 0 && name.regionMatches(true, start, letters, 0, letters.length())) {
				return true;
			}
		}
		return false;
	}

	private static boolean isOurs(String plain) {
		return plain.startsWith("kafkatest") || OURS.contains(plain);
	}

	private boolean isNamed(String plain) {
		return Stream.of(this.endings).anyMatch(plain::endsWith);
	}

	/**
	 * Return the prefix of a property with this name, in its plain form.
	 */
	String prefix(String name) {
		String plain = plain(name);
		return Stream.of(this.endings)
			.filter(plain::endsWith)
			.map((ending) -> plain.substring(0, plain.length() - ending.length()))
			.findFirst()
			.orElse(plain);
	}

	/**
	 * Return a name without the differences between spellings: case, dashes, dots, and
	 * the index of an element.
	 * @param name the name of the property
	 * @return the plain name
	 */
	public static String plain(String name) {
		int length = name.length();
		if (name.endsWith("]") && name.matches(".*\\[\\d+]")) {
			length = name.lastIndexOf('[');
		}
		StringBuilder plain = new StringBuilder(length);
		name.chars().limit(length).filter(Character::isLetterOrDigit).forEach((letter) -> plain.append((char) letter));
		return plain.toString().toLowerCase(Locale.ROOT);
	}

}
