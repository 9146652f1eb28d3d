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

package io.omninode.kafka.samples.codegen.event;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The four types of nodes.
 */
public enum NodeType {

	/** Talks to the outside world. */
	EFFECT,
	/** Transforms data and nothing else. */
	COMPUTE,
	/** Folds events into state. */
	REDUCER,
	/** Coordinates other nodes. */
	ORCHESTRATOR;

	/**
	 * Return the type with a name, in any case and with or without a variant after it, as
	 * in {@code EFFECT_GENERIC}.
	 * @param name the name
	 * @return the type, if there is one
	 */
	public static Optional<NodeType> named(String name) {
		String kind = name.strip().toUpperCase(Locale.ROOT).replaceFirst("_.*", "");
		return Stream.of(values()).filter((type) -> type.name().equals(kind)).findFirst();
	}

	/**
	 * Return whether a class is named as one of this type.
	 * @param className the name, such as {@code NodeUserEffect}
	 * @return whether it is
	 */
	public boolean describes(String className) {
		return className.matches("Node.+" + suffix());
	}

	public String suffix() {
		return name().charAt(0) + id().substring(1);
	}

	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
