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

package io.omninode.kafka.test.correlation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Excerpt}.
 */
class ExcerptTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "order-42", "{\"a\": \"b\"}", "größer", "\\n", "\uD83D\uDE00" })
	void whatIsPlainIsShownAsItIs(String text) {
		assertThat(Excerpt.of(text)).isEqualTo(text);
		assertThat(Excerpt.of(text.getBytes(StandardCharsets.UTF_8), 10_000)).isEqualTo(text);
	}

	@Test
	void whatWouldBeginALineIsEscaped() {
		assertThat(Excerpt.of("a\nEvidence: b\r\n\tc\u0085d\u2028e\u2029f"))
			.isEqualTo("a\\nEvidence: b\\r\\n\\tc\\u0085d\\u2028e\\u2029f");
	}

	@Test
	void whatWouldMoveTheCursorOrTurnTheTextIsEscaped() {
		assertThat(Excerpt.of("\u001b[2J\b\u202eabc\u200b\u0000\ufeff"))
			.isEqualTo("\\u001b[2J\\u0008\\u202eabc\\u200b\\u0000\\ufeff");
		assertThat(Excerpt.of("\udb40\udc01\ud800")).isEqualTo("\\u{e0001}\\ud800");
	}

	@Test
	void ofTextsThatAreComparedThePartIsShownWhereTheyDiffer() {
		String same = "x".repeat(1_000);
		assertThat(Excerpt.where(same + "expected", same + "found")).isEqualTo("…" + "x".repeat(192) + "expected");
		String end = "y".repeat(1_000);
		assertThat(Excerpt.where(same + "found" + end, same + "expected"))
			.isEqualTo("…" + "x".repeat(60) + "found" + "y".repeat(135) + "…");
		assertThat(Excerpt.where("found" + end, same)).isEqualTo("found" + "y".repeat(195) + "…");
		assertThat(Excerpt.where("a", "b")).isEqualTo("a");
		assertThat(Excerpt.where(same, null)).isEqualTo("x".repeat(200) + "…");
	}

	@Test
	void aLongTextIsCutBetweenCharacters() {
		assertThat(Excerpt.of("x".repeat(9_000_000))).isEqualTo("x".repeat(200) + "…");
		assertThat(Excerpt.of("x".repeat(200))).isEqualTo("x".repeat(200));
		assertThat(Excerpt.of("abc\uD83D\uDE00d", 4)).isEqualTo("abc…");
		assertThat(Excerpt.of("abc\uD83D\uDE00d", 5)).isEqualTo("abc\uD83D\uDE00…");
	}

	@Test
	void noTextIsShownAsSuch() {
		assertThat(Excerpt.of((String) null)).isEqualTo("null");
		assertThat(Excerpt.of(List.of("a\nb", "c"))).isEqualTo("[a\\nb, c]");
	}

	@Test
	void bytesThatAreNoTextAreShownInHexadecimalForm() {
		assertThat(Excerpt.of(new byte[] { 0, (byte) 0xff, 1 }, 20)).isEqualTo("0x00ff01");
		assertThat(Excerpt.of(new byte[] { 0, (byte) 0xff, 1 }, 4)).isEqualTo("0x00ff…");
	}

	@Test
	void bytesThatAreTextAreCutBetweenCharacters() {
		byte[] text = "größer".getBytes(StandardCharsets.UTF_8);
		assertThat(Excerpt.of(text, 3)).isEqualTo("grö…");
		assertThat(Excerpt.of("abc\uD83D\uDE00d".getBytes(StandardCharsets.UTF_8), 4)).isEqualTo("abc…");
	}

}
