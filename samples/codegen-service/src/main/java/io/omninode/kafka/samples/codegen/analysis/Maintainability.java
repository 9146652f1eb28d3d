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

import java.util.List;

import io.omninode.kafka.samples.codegen.source.PythonSource;
import io.omninode.kafka.samples.codegen.source.Token;
import io.omninode.kafka.samples.codegen.source.Token.Kind;

/**
 * The maintainability index of Oman and Hagemeister, from 0 to 1: it falls with the
 * Halstead volume, the cyclomatic complexity and the lines of code.
 */
final class Maintainability {

	private static final double BEST = 171;

	private Maintainability() {
	}

	static double of(PythonSource source, int complexity) {
		double volume = Math.max(1, volume(source.tokens()));
		double lines = Math.max(1, source.lineCounts().codeLines());
		double index = BEST - 5.2 * Math.log(volume) - 0.23 * complexity - 16.2 * Math.log(lines);
		return Math.round(Math.max(0, Math.min(1, index / BEST)) * 100) / 100.0;
	}

	private static double volume(List<Token> tokens) {
		List<String> words = tokens.stream()
			.filter((token) -> token.kind() != Kind.COMMENT && token.kind() != Kind.NEWLINE)
			.map(Token::text)
			.toList();
		return words.size() * Math.log(Math.max(1, words.stream().distinct().count())) / Math.log(2);
	}

}
