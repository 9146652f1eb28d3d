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
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A figure of a run.
 */
enum Measure {

	FIRST_WALL(Unit.SECONDS, seconds(Run::untilFirst)),

	FIRST_CPU(Unit.SECONDS, seconds(Run::cpuUntilFirst)),

	SECOND_WALL(Unit.SECONDS, seconds(Run::second)),

	SECOND_CPU(Unit.SECONDS, seconds(Run::cpuOfSecond)),

	THREADS(Unit.COUNT, Run::threadsAtSecond),

	EXIT_WALL(Unit.SECONDS, seconds(Run::exit)),

	EXIT_PROBLEMS(Unit.COUNT, Run::problemsAtExit),

	LINES(Unit.COUNT, Run::lines),

	PROCESS_WALL(Unit.SECONDS, seconds(Run::wall)),

	PROCESS_CPU(Unit.SECONDS, seconds(Run::cpu));

	private final Unit unit;

	private final ToDoubleFunction<Run> figure;

	Measure(Unit unit, ToDoubleFunction<Run> figure) {
		this.unit = unit;
		this.figure = figure;
	}

	double of(Run run) {
		return this.figure.applyAsDouble(run);
	}

	String format(double value) {
		return String.format(Locale.ROOT, this.unit.format, value);
	}

	private static ToDoubleFunction<Run> seconds(Function<Run, Duration> duration) {
		return (run) -> duration.apply(run).toNanos() / 1e9;
	}

	private enum Unit {

		SECONDS("%.2f s"), COUNT("%.0f");

		private final String format;

		Unit(String format) {
			this.format = format;
		}

	}

}
