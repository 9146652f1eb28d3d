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
import java.util.regex.Pattern;

/**
 * What is known of a JVM of tests that has ended.
 *
 * @param started when its process was started
 * @param ended when its process had ended
 * @param cpu processor time of the process
 * @param marks the marks it made, in order
 * @param output the lines it printed
 */
record Run(Instant started, Instant ended, Duration cpu, List<Mark> marks, List<String> output) {

	private static final Pattern PROBLEM = Pattern.compile("\\b(WARN|WARNING|ERROR)\\b");

	Duration wall() {
		return Duration.between(this.started, this.ended);
	}

	Duration untilFirst() {
		return Duration.between(this.started, reached(1).time());
	}

	Duration cpuUntilFirst() {
		return reached(1).cpu();
	}

	Duration second() {
		return Duration.between(classStarted(2).time(), reached(2).time());
	}

	Duration cpuOfSecond() {
		return reached(2).cpu().minus(classStarted(2).cpu());
	}

	int threadsAtSecond() {
		return reached(2).threads();
	}

	Duration exit() {
		return Duration.between(mark(Mark.Point.EXIT, 1).time(), this.ended);
	}

	long lines() {
		return this.output.stream().filter((line) -> !line.equals(Probe.EXIT_LINE)).count();
	}

	long problemsAtExit() {
		return this.output.stream()
			.dropWhile((line) -> !line.equals(Probe.EXIT_LINE))
			.filter((line) -> PROBLEM.matcher(line).find())
			.count();
	}

	private Mark classStarted(int number) {
		return mark(Mark.Point.CLASS_STARTED, number);
	}

	private Mark reached(int number) {
		return mark(Mark.Point.REACHED, number);
	}

	private Mark mark(Mark.Point point, int number) {
		return this.marks.stream()
			.filter((mark) -> mark.point() == point)
			.skip(number - 1)
			.findFirst()
			.orElseThrow(() -> new BenchmarkException("No mark " + point + " " + number + " in " + this.marks));
	}

}
