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

package io.omninode.kafka.test.topic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.omninode.kafka.test.correlation.Excerpt;

/**
 * Logical topic names: the keys of {@code kafka.test.topics.*} and the topics they stand
 * for.
 * <p>
 * Keys are relaxed: {@code validation_request}, {@code validationRequest} and
 * {@code validation-request} are one key. A pair of keys {@code <name>-request} and
 * {@code <name>-response} is an exchange called {@code <name>}; a key
 * {@code <name>-error} beside them is its error topic.
 * <p>
 * Immutable.
 *
 * @since 0.1.0
 */
public final class TopicNames {

	private static final String REQUEST = "-request";

	private static final String RESPONSE = "-response";

	private static final String ERROR = "-error";

	private static final Map<String, String> CODEGEN_VERBS = Map.of("validation", "validate", "analysis", "analyze",
			"pattern", "pattern", "mixin", "mixin");

	private final Map<String, String> names;

	private TopicNames(Map<String, String> names) {
		this.names = Collections.unmodifiableMap(names);
	}

	/**
	 * Return names by key. If a key is given in two spellings, the first one counts.
	 * @param names topic names by key
	 * @return the names
	 */
	public static TopicNames of(Map<String, String> names) {
		Map<String, String> canonical = new LinkedHashMap<>();
		names.forEach((key, name) -> canonical.putIfAbsent(canonical(key), name));
		return new TopicNames(canonical);
	}

	/**
	 * Return the eight topics of the codegen service.
	 * @return the names
	 */
	public static TopicNames codegen() {
		Map<String, String> names = new LinkedHashMap<>();
		for (String exchange : new String[] { "validation", "analysis", "pattern", "mixin" }) {
			String verb = CODEGEN_VERBS.get(exchange);
			names.put(exchange + REQUEST, "omninode.codegen.request." + verb + ".v1");
			names.put(exchange + RESPONSE, "omninode.codegen.response." + verb + ".v1");
		}
		return new TopicNames(names);
	}

	/**
	 * Return these names with others added, which replace names of the same key.
	 * @param others the names that take precedence
	 * @return new names
	 */
	public TopicNames with(TopicNames others) {
		Map<String, String> all = new LinkedHashMap<>(this.names);
		all.putAll(others.names);
		return new TopicNames(all);
	}

	/**
	 * Return the topic for a key.
	 * @param key the key, in any spelling
	 * @return the topic
	 * @throws UnknownNameException if there is no such key
	 */
	public String name(String key) {
		String name = this.names.get(canonical(key));
		if (name == null) {
			throw new UnknownNameException("topic key", key, this.names.keySet(),
					"Declare it as kafka.test.topics." + Excerpt.of(canonical(key))
							+ ", or use the name of the topic where one is taken." + hint(canonical(key)));
		}
		return name;
	}

	/**
	 * Return the topic for a key, or the argument itself if it is not a key.
	 * @param keyOrName a key in any spelling, or the name of a topic
	 * @return the topic
	 */
	public String resolve(String keyOrName) {
		return this.names.getOrDefault(canonical(keyOrName), keyOrName);
	}

	/**
	 * Return the topics of an exchange.
	 * @param exchange the name of the exchange, in any spelling
	 * @return the topics
	 * @throws UnknownNameException if there is no such exchange
	 */
	public ExchangeTopics exchange(String exchange) {
		String key = canonical(exchange);
		String request = this.names.get(key + REQUEST);
		String reply = this.names.get(key + RESPONSE);
		if (request == null || reply == null) {
			throw new UnknownNameException("exchange", exchange, exchanges(),
					"Declare kafka.test.topics." + Excerpt.of(key) + REQUEST + " and kafka.test.topics."
							+ Excerpt.of(key) + RESPONSE + ", or use between(requestTopic, replyTopic)."
							+ hint(key + REQUEST));
		}
		return new ExchangeTopics(request, List.of(reply), this.names.get(key + ERROR));
	}

	private static String hint(String key) {
		return codegen().names.containsKey(key) ? " kafka.test.codegen-topics=true adds the codegen topics, which are "
				+ "left out on a cluster that the test brings itself." : "";
	}

	/**
	 * Return the names of the exchanges.
	 * @return the names, sorted
	 */
	public Set<String> exchanges() {
		Set<String> exchanges = new TreeSet<>();
		for (String key : this.names.keySet()) {
			if (key.endsWith(REQUEST)) {
				String exchange = key.substring(0, key.length() - REQUEST.length());
				if (this.names.containsKey(exchange + RESPONSE)) {
					exchanges.add(exchange);
				}
			}
		}
		return exchanges;
	}

	/**
	 * Return all topics by key.
	 * @return an unmodifiable map
	 */
	public Map<String, String> asMap() {
		return this.names;
	}

	private static String canonical(String key) {
		return key.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replaceAll("[_.\\s]+", "-").toLowerCase(Locale.ROOT);
	}

}
