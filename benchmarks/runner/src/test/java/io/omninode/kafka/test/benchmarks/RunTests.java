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

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RunTests {

	private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

	private final Run run = run(
			List.of(mark(Mark.Point.CLASS_STARTED, 300, 200, 10), mark(Mark.Point.REACHED, 4000, 5000, 80),
					mark(Mark.Point.CLASS_STARTED, 4100, 5100, 81), mark(Mark.Point.REACHED, 4500, 5700, 90),
					mark(Mark.Point.EXIT, 4600, 5800, 91)),
			List.of("WARN before", Probe.EXIT_LINE, "INFO after", "a WARN after", "an ERROR after",
					"WARNING: of the JVM", "WARNINGS"));

	@Test
	void theFirstContextIsMeasuredFromTheStartOfTheProcess() {
		assertThat(this.run.untilFirst()).hasMillis(4000);
		assertThat(this.run.cpuUntilFirst()).hasMillis(5000);
	}

	@Test
	void theSecondContextIsMeasuredFromTheStartOfItsClass() {
		assertThat(this.run.second()).hasMillis(400);
		assertThat(this.run.cpuOfSecond()).hasMillis(600);
		assertThat(this.run.threadsAtSecond()).isEqualTo(90);
	}

	@Test
	void theExitLastsFromTheLastTestToTheEndOfTheProcess() {
		assertThat(this.run.exit()).hasMillis(400);
		assertThat(this.run.wall()).hasMillis(5000);
	}

	@Test
	void whatIsPrintedAtExitIsToldApart() {
		assertThat(this.run.problemsAtExit()).isEqualTo(3);
		assertThat(this.run.lines()).isEqualTo(6);
	}

	@Test
	void whenAMarkIsMissingTheRunSaysWhich() {
		assertThatExceptionOfType(BenchmarkException.class).isThrownBy(() -> run(List.of(), List.of()).untilFirst())
			.withMessage("No mark REACHED 1 in []");
	}

	private static Run run(List<Mark> marks, List<String> output) {
		return new Run(START, START.plusMillis(5000), Duration.ofMillis(6000), marks, output);
	}

	private static Mark mark(Mark.Point point, long time, long cpu, int threads) {
		return new Mark(point, START.plusMillis(time), Duration.ofMillis(cpu), threads);
	}

}
