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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Measures all scenarios in turn, round by round, and writes the report.
 *
 * @since 0.1.0
 */
public final class Benchmarks {

	private final Path directory;

	private final Path target;

	private Benchmarks(Path directory) {
		this.directory = directory;
		this.target = directory.resolve("target").resolve("jdk-" + Runtime.version().feature());
	}

	/**
	 * Measure.
	 * @param args the directory of the benchmarks, and {@link Options}
	 * @throws IOException if the report cannot be written
	 */
	public static void main(String[] args) throws IOException {
		List<String> arguments = List.of(args);
		Options options = Options.parse(arguments.subList(1, arguments.size()));
		new Benchmarks(Path.of(arguments.get(0)).toAbsolutePath()).run(options);
	}

	private void run(Options options) throws IOException {
		Setting setting = Setting.of(ClassPath.of(this.directory, Case.EMBEDDED_KAFKA));
		List<Scenario> scenarios = Scenario.all()
			.stream()
			.filter((scenario) -> options.runs(scenario.suite()))
			.toList();
		List<Row> rows = Row.all().stream().filter((row) -> options.runs(row.ours().suite())).toList();
		Results results = measure(scenarios, options.rounds());
		String report = setting.describe(options.rounds()) + "\n" + new Report(results).table(rows);
		Files.writeString(this.target.resolve("results.md"), report);
		System.out.print(report);
	}

	private Results measure(List<Scenario> scenarios, int rounds) throws IOException {
		progress("training and warm-up");
		for (Scenario scenario : scenarios) {
			train(scenario);
		}
		Results results = new Results();
		List<Scenario> order = new ArrayList<>(scenarios);
		for (int round = 1; round <= rounds; round++) {
			progress("round " + round + " of " + rounds);
			Collections.reverse(order);
			for (Scenario scenario : order) {
				results.add(scenario, run(scenario, "round-" + round));
			}
		}
		return results;
	}

	/**
	 * Make the archive of a scenario with the recipe. For all others this is a warm-up:
	 * what is read from disk is then in memory.
	 */
	private void train(Scenario scenario) throws IOException {
		if (!scenario.recipe()) {
			run(scenario, "warm-up");
			return;
		}
		Path archive = Files.createDirectories(this.target).resolve(scenario + ".archive");
		Files.deleteIfExists(archive);
		jvm(scenario, "warm-up", new Recipe(archive).train()).run(scenario.suite());
		if (!Files.exists(archive)) {
			throw new BenchmarkException("The training run has not written " + archive);
		}
	}

	private Run run(Scenario scenario, String round) {
		Recipe recipe = new Recipe(this.target.resolve(scenario + ".archive"));
		return jvm(scenario, round, scenario.recipe() ? recipe.use() : List.of()).run(scenario.suite());
	}

	private TestJvm jvm(Scenario scenario, String round, List<String> options) {
		ClassPath classPath = ClassPath.of(this.directory, scenario.testCase());
		return new TestJvm(this.target.resolve(round).resolve(scenario.toString()), classPath, options);
	}

	private static void progress(String step) {
		System.err.println("== " + step);
	}

}
