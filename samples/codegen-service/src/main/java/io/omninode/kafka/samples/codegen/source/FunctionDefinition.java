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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A function or method.
 *
 * @param name its name
 * @param owner the name of the class it is a method of
 * @param decorators the names of its decorators, as written
 * @param header the statement that begins it
 * @param body the statements in it, at any depth
 */
public record FunctionDefinition(String name, @Nullable String owner, List<String> decorators, Statement header,
		List<Statement> body) {

	/**
	 * Return whether it is a method.
	 * @return whether it stands in a class
	 */
	public boolean isMethod() {
		return this.owner != null;
	}

	/**
	 * Return whether it is a coroutine.
	 * @return whether it is declared {@code async}
	 */
	public boolean isAsync() {
		return this.header.first().is("async");
	}

	/**
	 * Return its parameters.
	 * @return the parameters in order
	 */
	public List<Parameter> parameters() {
		return new Header(this.header).parameters();
	}

	/**
	 * Return whether it says what it returns.
	 * @return whether it has a return type hint
	 */
	public boolean hasReturnType() {
		return this.header.has("->");
	}

	/**
	 * Return whether a docstring describes it.
	 * @return whether the body begins with a string
	 */
	public boolean hasDocstring() {
		return !this.body.isEmpty() && this.body.get(0).isString();
	}

	/**
	 * Return the statements in it that are in no function in it.
	 * @return the statements, headers of functions in it included
	 */
	public List<Statement> ownBody() {
		List<Statement> own = new ArrayList<>();
		int limit = Integer.MAX_VALUE;
		for (Statement statement : this.body) {
			if (statement.depth() <= limit) {
				own.add(statement);
				limit = statement.keyword().equals("def") ? statement.depth() : Integer.MAX_VALUE;
			}
		}
		return own;
	}

	/**
	 * Return the line of its header.
	 * @return the line, from 1
	 */
	public int line() {
		return this.header.line();
	}

	/**
	 * Return how many lines it has.
	 * @return the lines from its header to its last statement
	 */
	public int lineCount() {
		Statement end = this.body.isEmpty() ? this.header : this.body.get(this.body.size() - 1);
		return end.last().endLine() - line() + 1;
	}

}
