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

package io.omninode.kafka.samples.codegen.node;

import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.jspecify.annotations.Nullable;

/**
 * The source of a node, with the type of the node where it is known.
 *
 * @param python the source
 * @param type the type
 */
public record NodeSource(PythonSource python, @Nullable NodeType type) {

	/**
	 * Return a node of a type; without one, of the type that the name of a class tells.
	 * @param python the source
	 * @param type the type, if it was said
	 * @return the node
	 */
	public static NodeSource of(PythonSource python, @Nullable NodeType type) {
		return new NodeSource(python, (type != null) ? type : typeByName(python));
	}

	private static @Nullable NodeType typeByName(PythonSource python) {
		return python.classes()
			.stream()
			.flatMap((candidate) -> NodeType.ofClass(candidate.name()).stream())
			.findFirst()
			.orElse(null);
	}

}
