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

/**
 * Python source, read leniently: what cannot be read is a problem, never an exception.
 * <p>
 * Immutable.
 */
public final class PythonSource {

	private final List<Token> tokens;

	private final List<Statement> statements;

	private final Definitions definitions;

	private final LineCounts lineCounts;

	private final List<SourceProblem> problems;

	private PythonSource(String text) {
		List<SourceProblem> found = new ArrayList<>();
		List<String> lines = text.lines().toList();
		this.tokens = List.copyOf(new Tokenizer(text, found).tokens());
		this.statements = List.copyOf(new StatementReader(lines, found).read(this.tokens));
		this.definitions = new Definitions(this.statements);
		this.lineCounts = LineCounts.of(lines.size(), this.tokens);
		this.problems = List.copyOf(found);
	}

	/**
	 * Read source.
	 * @param text the source, with any ends of lines
	 * @return what it says
	 */
	public static PythonSource of(String text) {
		String lines = text.replace("\r\n", "\n").replace('\r', '\n');
		return new PythonSource(lines.startsWith("\uFEFF") ? lines.substring(1) : lines);
	}

	/**
	 * Return the tokens, comments and ends of lines included.
	 * @return the tokens in order
	 */
	public List<Token> tokens() {
		return this.tokens;
	}

	/**
	 * Return the statements at all depths.
	 * @return the statements in order
	 */
	public List<Statement> statements() {
		return this.statements;
	}

	/**
	 * Return the classes at all depths.
	 * @return the classes in order
	 */
	public List<ClassDefinition> classes() {
		return this.definitions.classes();
	}

	/**
	 * Return the functions and methods at all depths.
	 * @return the functions in order
	 */
	public List<FunctionDefinition> functions() {
		return this.definitions.functions();
	}

	/**
	 * Return the calls in all statements.
	 * @return the calls in order
	 */
	public List<Call> calls() {
		return this.statements.stream().flatMap((statement) -> Call.in(statement).stream()).toList();
	}

	/**
	 * Return how many lines there are.
	 * @return lines by what stands on them
	 */
	public LineCounts lineCounts() {
		return this.lineCounts;
	}

	/**
	 * Return what could not be read: characters, strings, brackets, indentation.
	 * @return the problems
	 */
	public List<SourceProblem> problems() {
		return this.problems;
	}

}
