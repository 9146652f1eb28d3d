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

package io.omninode.kafka.samples.codegen.analysis;

import java.util.Collection;

import io.omninode.kafka.samples.codegen.source.FunctionDefinition;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import io.omninode.kafka.samples.codegen.source.Statement;

/**
 * Cyclomatic complexity: the decisions of each function, plus one.
 *
 * @param maxComplexity that of the most complex function
 * @param totalComplexity that of all functions together
 */
record Complexity(int maxComplexity, int totalComplexity) {

	private static final String[] DECISIONS = { "if", "elif", "for", "while", "except", "and", "or" };

	static Complexity of(PythonSource source) {
		int[] each = source.functions().stream().mapToInt(Complexity::of).toArray();
		int max = 0;
		int total = 0;
		for (int complexity : each) {
			max = Math.max(max, complexity);
			total += complexity;
		}
		return new Complexity(max, total);
	}

	/**
	 * Return a score that is 0 without decisions and 0.5 at a complexity of 11.
	 * @return a number from 0 to 1
	 */
	double score() {
		double decisions = Math.max(0, this.maxComplexity - 1);
		return Math.round(decisions / (decisions + 10) * 100) / 100.0;
	}

	private static int of(FunctionDefinition function) {
		return 1 + decisions(function.ownBody());
	}

	private static int decisions(Collection<Statement> statements) {
		return statements.stream().mapToInt(Complexity::decisions).sum();
	}

	private static int decisions(Statement statement) {
		long words = statement.tokens().stream().filter((token) -> token.is(DECISIONS)).count();
		boolean alternative = statement.keyword().equals("case") && statement.opensBlock();
		return (int) words + (alternative ? 1 : 0);
	}

}
