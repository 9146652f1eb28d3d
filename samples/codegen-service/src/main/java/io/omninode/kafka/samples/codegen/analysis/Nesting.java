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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.omninode.kafka.samples.codegen.source.Statement;

/**
 * Measures how deep statements stand in loops, branches and the like.
 */
final class Nesting {

	private final Deque<Level> levels = new ArrayDeque<>();

	private int max;

	private Nesting() {
	}

	static int of(List<Statement> statements) {
		Nesting nesting = new Nesting();
		statements.forEach(nesting::visit);
		return nesting.max;
	}

	private void visit(Statement statement) {
		while (!this.levels.isEmpty() && this.levels.element().depth() >= statement.depth()) {
			this.levels.pop();
		}
		int around = this.levels.isEmpty() ? 0 : this.levels.element().nesting();
		this.max = Math.max(this.max, around);
		if (statement.opensBlock()) {
			this.levels.push(new Level(statement.depth(), isDefinition(statement) ? around : around + 1));
		}
	}

	private static boolean isDefinition(Statement header) {
		return header.keyword().equals("class") || header.keyword().equals("def");
	}

	/**
	 * A block.
	 *
	 * @param depth the depth of its header
	 * @param nesting the loops and branches around what it holds
	 */
	private record Level(int depth, int nesting) {

	}

}
