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

import io.omninode.kafka.samples.codegen.source.Token.Kind;

/**
 * Puts tokens together to statements.
 */
final class StatementReader {

	private final List<Statement> statements = new ArrayList<>();

	private final List<String> lines;

	private final Indentation indentation;

	private boolean blockExpected;

	StatementReader(List<String> lines, List<SourceProblem> problems) {
		this.lines = lines;
		this.indentation = new Indentation(problems);
	}

	List<Statement> read(List<Token> tokens) {
		List<Token> line = new ArrayList<>();
		for (Token token : tokens) {
			if (token.kind() == Kind.NEWLINE) {
				readLine(line);
				line = new ArrayList<>();
			}
			else if (token.kind() != Kind.COMMENT) {
				line.add(token);
			}
		}
		readLine(line);
		return this.statements;
	}

	private void readLine(List<Token> line) {
		if (line.isEmpty()) {
			return;
		}
		Token first = line.get(0);
		String space = this.lines.get(first.line() - 1).substring(0, first.column());
		int depth = this.indentation.depthOf(space.isBlank() ? space : "", first.line(), this.blockExpected);
		int colon = LogicalLine.headerColon(line);
		if (colon >= 0) {
			add(depth, line.subList(0, colon + 1));
		}
		int inline = (colon >= 0) ? depth + 1 : depth;
		LogicalLine.statements(line.subList(colon + 1, line.size())).forEach((part) -> add(inline, part));
		this.blockExpected = colon == line.size() - 1;
	}

	private void add(int depth, List<Token> tokens) {
		this.statements.add(new Statement(this.statements.size(), depth, List.copyOf(tokens)));
	}

}
