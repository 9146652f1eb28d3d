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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link Tokenizer}.
 */
class TokenizerTests {

	private final List<SourceProblem> problems = new ArrayList<>();

	@Test
	void whenSourceIsReadTokensKnowTheirPlace() {
		assertThat(tokens("x = 1  # one\n  y")).extracting(Token::kind, Token::text, Token::line, Token::column)
			.containsExactly(tuple(Kind.NAME, "x", 1, 0), tuple(Kind.OPERATOR, "=", 1, 2),
					tuple(Kind.NUMBER, "1", 1, 4), tuple(Kind.COMMENT, "# one", 1, 7), tuple(Kind.NEWLINE, "\n", 1, 12),
					tuple(Kind.NAME, "y", 2, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "'a'", "\"a\"", "''", "'''a'''", "\"\"\"a\nb\"\"\"", "r'\\d'", "b'x'", "rb'x'", "F'{x}'",
			"'\\''", "'\"'", "\"it's\"", "'# no comment'", "'([{'", "f'{a[\"b\"]}'", "f\"{a[\"b\"]}\"", "f'{{'",
			"f'{{{x}}}'", "'''it's'''", "'a\\\nb'", "'größe ✓ 🎉'" })
	void whenStringIsClosedItIsOneToken(String literal) {
		assertThat(tokens(literal)).singleElement().satisfies((token) -> {
			assertThat(token.kind()).isEqualTo(Kind.STRING);
			assertThat(token.text()).isEqualTo(literal);
		});
		assertThat(this.problems).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			'a                  | 1 | a string is never closed
			x = "a'             | 1 | a string is never closed
			f'{x                | 1 | a string is never closed
			`x = 1\ny = ""\"a\n` | 2 | a string is never closed
			""")
	void whenStringIsNotClosedThatIsAProblem(String source, int line, String message) {
		tokens(source);
		assertThat(this.problems).containsExactly(new SourceProblem("unterminated-string", line, message));
	}

	@Test
	void whenStringIsNotClosedTheNextLineIsReadAnyway() {
		assertThat(tokens("x = 'a\ny")).extracting(Token::text).containsExactly("x", "=", "'a", "\n", "y");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			(       | <(> is never closed
			)       | <)> closes nothing
			(]      | <]> does not close <(> of line 1
			{'}': 1 | <{> is never closed
			""")
	void whenBracketsAreNotBalancedThatIsAProblem(String source, String message) {
		tokens(source);
		assertThat(this.problems).containsExactly(new SourceProblem("unbalanced-bracket", 1, message));
	}

	@Test
	void whenBracketsAreInStringsAndCommentsTheyDoNotCount() {
		tokens("x = [')', \"(\", '''\n}'''] # (((\n");
		assertThat(this.problems).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "f(\n1,\n2)", "x = \\\n1", "{\n# comment )\n}" })
	void whenLineGoesOnThereIsNoNewline(String source) {
		assertThat(tokens(source)).extracting(Token::kind).doesNotContain(Kind.NEWLINE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "**=", "//=", "->", ":=", "==", "!=", "...", "@", "~" })
	void whenOperatorIsLongItIsOneToken(String operator) {
		assertThat(tokens(operator)).extracting(Token::text).containsExactly(operator);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1_000", "0x1F", "3.14", ".5", "2j" })
	void whenNumberIsWrittenInAnyWayItIsOneToken(String number) {
		assertThat(tokens(number)).extracting(Token::kind).containsExactly(Kind.NUMBER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "größe", "变量", "_private", "x1" })
	void whenNameIsUnicodeItIsOneToken(String name) {
		assertThat(tokens(name)).singleElement().matches(Token::isIdentifier);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$", "?", "!", "`" })
	void whenCharacterHasNoMeaningThatIsAProblem(String character) {
		assertThat(tokens(character)).isEmpty();
		assertThat(this.problems)
			.containsExactly(new SourceProblem("unexpected-character", 1, "<" + character + "> has no meaning here"));
	}

	@Test
	void whenSourceIsEmptyThereAreNoTokens() {
		assertThat(tokens("")).isEmpty();
		assertThat(this.problems).isEmpty();
	}

	private List<Token> tokens(String source) {
		return new Tokenizer(source, this.problems).tokens();
	}

}
