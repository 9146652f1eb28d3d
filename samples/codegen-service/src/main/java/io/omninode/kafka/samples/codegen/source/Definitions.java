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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Finds the classes and functions among statements.
 */
final class Definitions {

	private final List<ClassDefinition> classes = new ArrayList<>();

	private final List<FunctionDefinition> functions = new ArrayList<>();

	private final Deque<Statement> enclosing = new ArrayDeque<>();

	private final List<Statement> statements;

	Definitions(List<Statement> statements) {
		this.statements = statements;
		statements.forEach(this::read);
	}

	List<ClassDefinition> classes() {
		return Collections.unmodifiableList(this.classes);
	}

	List<FunctionDefinition> functions() {
		return Collections.unmodifiableList(this.functions);
	}

	private void read(Statement statement) {
		while (!this.enclosing.isEmpty() && this.enclosing.element().depth() >= statement.depth()) {
			this.enclosing.pop();
		}
		if (isDefinition(statement)) {
			new Header(statement).name().ifPresent((name) -> add(name, statement));
			this.enclosing.push(statement);
		}
	}

	private static boolean isDefinition(Statement statement) {
		return statement.keyword().equals("class") || statement.keyword().equals("def");
	}

	private void add(String name, Statement header) {
		List<Statement> body = body(header);
		if (header.keyword().equals("class")) {
			this.classes.add(new ClassDefinition(name, new Header(header).bases(), header, body));
		}
		else {
			this.functions.add(new FunctionDefinition(name, owner(), decorators(header), header, body));
		}
	}

	private @Nullable String owner() {
		return Optional.ofNullable(this.enclosing.peek())
			.filter((outer) -> outer.keyword().equals("class"))
			.flatMap((outer) -> new Header(outer).name())
			.orElse(null);
	}

	private List<Statement> body(Statement header) {
		int end = header.index() + 1;
		while (end < this.statements.size() && this.statements.get(end).depth() > header.depth()) {
			end++;
		}
		return this.statements.subList(header.index() + 1, end);
	}

	private List<String> decorators(Statement header) {
		List<String> decorators = new ArrayList<>();
		int index = header.index() - 1;
		while (index >= 0 && this.statements.get(index).first().is("@")) {
			decorators.add(decorator(this.statements.get(index)));
			index--;
		}
		return decorators;
	}

	private static String decorator(Statement statement) {
		StringBuilder name = new StringBuilder();
		for (Token token : statement.tokens().subList(1, statement.tokens().size())) {
			if (token.is("(")) {
				break;
			}
			name.append(token.text());
		}
		return name.toString();
	}

}
