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

package io.omninode.kafka.samples.codegen.source;

import java.util.List;

/**
 * A class.
 *
 * @param name its name
 * @param bases what it inherits, as written
 * @param header the statement that begins it
 * @param body the statements in it, at any depth
 */
public record ClassDefinition(String name, List<String> bases, Statement header, List<Statement> body) {

	/**
	 * Return whether it inherits a class.
	 * @param simpleName the name of the class without its module
	 * @return whether one of the bases is that class
	 */
	public boolean inherits(String simpleName) {
		return this.bases.stream()
			.map((base) -> base.replaceFirst("\\[.*", ""))
			.anyMatch((base) -> base.substring(base.lastIndexOf('.') + 1).equals(simpleName));
	}

	/**
	 * Return whether a docstring describes it.
	 * @return whether the body begins with a string
	 */
	public boolean hasDocstring() {
		return !this.body.isEmpty() && this.body.get(0).isString();
	}

	/**
	 * Return the line of its header.
	 * @return the line, from 1
	 */
	public int line() {
		return this.header.line();
	}

}
