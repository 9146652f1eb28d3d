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

import java.util.Collection;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;

/**
 * Thrown when a name is not declared. The message lists the declared names, the most
 * similar first.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public class UnknownNameException extends IllegalArgumentException {

	/**
	 * Create an exception.
	 * @param kind what the name stands for
	 * @param name the unknown name
	 * @param known the known names
	 * @param remedy what to do about it, a sentence
	 */
	public UnknownNameException(String kind, String name, Collection<String> known, String remedy) {
		super("Unknown " + kind + " <" + Excerpt.of(name) + ">. " + list(name, known) + " " + remedy);
	}

	private static String list(String name, Collection<String> known) {
		if (known.isEmpty()) {
			return "None is declared.";
		}
		return known.stream()
			.sorted(EditDistance.to(Excerpt.of(name)))
			.map((each) -> "<" + each + ">")
			.collect(Collectors.joining(", ", "Known, nearest first: ", "."));
	}

}
