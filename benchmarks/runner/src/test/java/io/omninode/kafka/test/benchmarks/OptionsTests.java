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

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTests {

	@Test
	void whenNothingIsSaidThereAreSevenRoundsOfAllSuites() {
		assertThat(Options.parse(List.of())).isEqualTo(new Options(7, EnumSet.allOf(Suite.class)));
	}

	@Test
	void whenRoundsAreNamedTheyAreTaken() {
		assertThat(Options.parse(List.of("--rounds", "9")).rounds()).isEqualTo(9);
	}

	@Test
	void whenRoundsAreTooFewTheyAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--rounds", "4")))
			.withMessage("<4> rounds are too few: at least 5");
	}

	@Test
	void whenASuiteIsNamedItAloneIsRun() {
		Options options = Options.parse(List.of("--suite", "ten-classes"));
		assertThat(Suite.values()).filteredOn(options::runs).containsExactly(Suite.TEN_CLASSES);
	}

	@Test
	void whenASuiteIsUnknownTheSuitesAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--suite", "all")))
			.withMessage("There is no suite <all>; the suites are "
					+ "[one-context, two-contexts, three-brokers, ten-classes]");
	}

	@Test
	void whenAnOptionIsUnknownTheOptionsAreNamed() {
		assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(List.of("--fast")))
			.withMessage("The options are --rounds <number>, --suite <name>");
	}

}
