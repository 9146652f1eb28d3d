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

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the report.
 *
 * @param title what it shows
 * @param measure the figure
 * @param ours the scenario with the starter
 * @param theirs the scenario it is compared with
 * @param target what is aimed at
 */
record Row(String title, Measure measure, Scenario ours, Scenario theirs, Target target) {

	static List<Row> all() {
		List<Row> rows = new ArrayList<>();
		rows.add(one("First send acknowledged, wall", Measure.FIRST_WALL, Target.ratio(0.85)));
		rows.add(one("First send acknowledged, CPU", Measure.FIRST_CPU, Target.ratio(0.85)));
		addRecipe(rows);
		rows.add(two("Second context, wall", Measure.SECOND_WALL, Target.ratio(0.42)));
		rows.add(two("Second context, CPU", Measure.SECOND_CPU, Target.NONE));
		rows.add(two("Threads with two contexts", Measure.THREADS, Target.ratio(0.40)));
		rows.add(one("JVM exit after one context", Measure.EXIT_WALL, Target.value(0.4)));
		rows.add(two("JVM exit after two contexts", Measure.EXIT_WALL, Target.value(0.4)));
		rows.add(one("WARN and ERROR lines at exit, one context", Measure.EXIT_PROBLEMS, Target.value(0)));
		rows.add(two("WARN and ERROR lines at exit, two contexts", Measure.EXIT_PROBLEMS, Target.value(0)));
		rows.add(one("Lines printed by a one-test suite", Measure.LINES, Target.ratio(0.02)));
		rows.add(one("Whole process, one context, wall", Measure.PROCESS_WALL, Target.NONE));
		rows.add(one("Whole process, one context, CPU", Measure.PROCESS_CPU, Target.NONE));
		rows.add(two("Whole process, two contexts, wall", Measure.PROCESS_WALL, Target.NONE));
		rows.add(two("Whole process, two contexts, CPU", Measure.PROCESS_CPU, Target.NONE));
		rows.add(ten("Suite of ten classes, wall", Measure.PROCESS_WALL, Target.ratio(0.7)));
		rows.add(ten("Suite of ten classes, CPU", Measure.PROCESS_CPU, Target.NONE));
		rows.add(ten("JVM exit after ten classes with listeners", Measure.EXIT_WALL, Target.value(0.4)));
		Scenario brokers = Scenario.plain(Case.STARTER, Suite.THREE_BROKERS);
		rows.add(new Row("JVM exit with three brokers", Measure.EXIT_WALL, brokers, brokers, Target.value(0.6)));
		return rows;
	}

	private static void addRecipe(List<Row> rows) {
		Scenario ours = Scenario.withRecipe(Case.STARTER, Suite.ONE_CONTEXT);
		Scenario plain = Scenario.plain(Case.EMBEDDED_KAFKA, Suite.ONE_CONTEXT);
		Scenario theirs = Scenario.withRecipe(Case.EMBEDDED_KAFKA, Suite.ONE_CONTEXT);
		Target target = Target.ratio(Recipe.isAotCache() ? 0.33 : 0.40);
		rows.add(new Row("First send, recipe for the starter, wall", Measure.FIRST_WALL, ours, plain, target));
		rows.add(new Row("First send, recipe for the starter, CPU", Measure.FIRST_CPU, ours, plain, Target.NONE));
		rows.add(new Row("First send, recipe for both, wall", Measure.FIRST_WALL, ours, theirs, Target.NONE));
		rows.add(new Row("First send, recipe for both, CPU", Measure.FIRST_CPU, ours, theirs, Target.NONE));
	}

	private static Row one(String title, Measure measure, Target target) {
		return plain(title, measure, Suite.ONE_CONTEXT, target);
	}

	private static Row two(String title, Measure measure, Target target) {
		return plain(title, measure, Suite.TWO_CONTEXTS, target);
	}

	private static Row ten(String title, Measure measure, Target target) {
		return plain(title, measure, Suite.TEN_CLASSES, target);
	}

	private static Row plain(String title, Measure measure, Suite suite, Target target) {
		return new Row(title, measure, Scenario.plain(Case.STARTER, suite), Scenario.plain(Case.EMBEDDED_KAFKA, suite),
				target);
	}

	/**
	 * Return whether there is something to compare with.
	 */
	boolean isCompared() {
		return !this.ours.equals(this.theirs);
	}

	/**
	 * Return the scenario without a broker that this row is shown with.
	 */
	Scenario floor() {
		return new Scenario(Case.WITHOUT_BROKER, this.ours.suite(), this.theirs.recipe());
	}

}
