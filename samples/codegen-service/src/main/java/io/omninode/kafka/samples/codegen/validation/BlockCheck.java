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

package io.omninode.kafka.samples.codegen.validation;

import java.util.List;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import io.omninode.kafka.samples.codegen.source.Statement;

/**
 * Checks that headers end with a colon and have a block.
 * <p>
 * Where a bracket or string is never closed, nothing after it can be told from what it
 * holds, so nothing is said about blocks.
 */
final class BlockCheck implements Check {

	@Override
	public Stream<Violation> violations(PythonSource source) {
		boolean unclosed = source.problems()
			.stream()
			.anyMatch((problem) -> problem.rule().equals("unbalanced-bracket")
					|| problem.rule().equals("unterminated-string"));
		List<Statement> statements = source.statements();
		return unclosed ? Stream.empty() : statements.stream().flatMap((header) -> ofHeader(header, statements));
	}

	private static Stream<Violation> ofHeader(Statement header, List<Statement> statements) {
		String quoted = "<" + Excerpt.of(header.keyword()) + ">";
		if (header.isHeader() && !header.opensBlock()) {
			return Stream.of(Rule.MISSING_COLON.violation(header.line(), "the header " + quoted + " has no colon"));
		}
		if (header.isHeader() && !hasBlock(header, statements)) {
			return Stream.of(Rule.MISSING_BLOCK.violation(header.line(), "the header " + quoted + " has no block"));
		}
		return Stream.empty();
	}

	private static boolean hasBlock(Statement header, List<Statement> statements) {
		int next = header.index() + 1;
		return next < statements.size() && statements.get(next).depth() > header.depth();
	}

}
