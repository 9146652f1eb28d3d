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

package io.omninode.kafka.test.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTests {

	@Test
	void whenNothingIsSaidThereAreSevenRounds() {
		assertThat(Options.parse(List.of())).isEqualTo(new Options(7));
	}

	@Test
	void whenRoundsAreNamedTheyAreTaken() {
		assertThat(Options.parse(List.of("--rounds", "9"))).isEqualTo(new Options(9));
	}

	@Test
	void whenRoundsAreTooFewTheyAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--rounds", "4")))
			.withMessage("<4> rounds are too few: at least 5");
	}

	@Test
	void whenAnOptionIsUnknownTheOptionsAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--fast")))
			.withMessage("The option is --rounds <number>");
	}

}
