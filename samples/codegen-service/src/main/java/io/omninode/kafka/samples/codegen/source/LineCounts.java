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

import java.util.BitSet;
import java.util.List;

import io.omninode.kafka.samples.codegen.source.Token.Kind;

/**
 * Lines by what stands on them.
 *
 * @param lines all lines
 * @param codeLines lines with code, docstrings included
 * @param commentLines lines with a comment alone
 * @param blankLines lines with nothing
 */
public record LineCounts(int lines, int codeLines, int commentLines, int blankLines) {

	static LineCounts of(int lines, List<Token> tokens) {
		BitSet code = new BitSet();
		BitSet comments = new BitSet();
		for (Token token : tokens) {
			if (token.kind() == Kind.COMMENT) {
				comments.set(token.line());
			}
			else if (token.kind() != Kind.NEWLINE) {
				code.set(token.line(), token.endLine() + 1);
			}
		}
		comments.andNot(code);
		int codeLines = code.get(0, lines + 1).cardinality();
		return new LineCounts(lines, codeLines, comments.cardinality(), lines - codeLines - comments.cardinality());
	}

}
