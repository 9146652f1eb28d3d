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

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LineCounts}.
 */
class LineCountsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			``                                  | 0 | 0 | 0 | 0
			`x`                                 | 1 | 1 | 0 | 0
			`x\n`                               | 1 | 1 | 0 | 0
			`x # c\n# c\n\n`                    | 3 | 1 | 1 | 1
			`'''a\n\n# b'''\r\n# c`             | 4 | 3 | 1 | 0
			`f(\n  # c\n\n)`                    | 4 | 2 | 1 | 1
			""")
	void whenLinesAreCountedEachCountsOnce(String text, int lines, int code, int comments, int blank) {
		assertThat(PythonSource.of(text.translateEscapes()).lineCounts())
			.isEqualTo(new LineCounts(lines, code, comments, blank));
	}

}
