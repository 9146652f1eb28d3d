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
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The results as a table in Markdown.
 */
class Report {

	private static final String HEAD = """
			| | starter | `@EmbeddedKafka` | no broker (ratio) | ratio, median (min–max) | target |
			|---|---|---|---|---|---|
			""";

	private final Results results;

	Report(Results results) {
		this.results = results;
	}

	String table(List<Row> rows) {
		return rows.stream().map(this::line).collect(Collectors.joining("\n", HEAD, "\n"));
	}

	private String line(Row row) {
		double ours = series(row, row.ours()).median();
		Series ratios = ratios(row, row.ours());
		Double ratio = (ratios != null) ? (Double) ratios.median() : null;
		return "| " + String.join(" | ", row.title(), median(row, row.ours()),
				row.isCompared() ? median(row, row.theirs()) : "", floor(row), (ratios != null) ? spread(ratios) : "",
				row.target().judge(row.measure(), ours, ratio)) + " |";
	}

	private String floor(Row row) {
		if (!row.isCompared() || !this.results.has(row.floor())) {
			return "";
		}
		Series ratios = ratios(row, row.floor());
		return median(row, row.floor()) + ((ratios != null) ? " (" + ratio(ratios.median()) + ")" : "");
	}

	/**
	 * Return the ratios of a scenario to that of {@code @EmbeddedKafka}, or {@code null}
	 * where there are none.
	 */
	private @Nullable Series ratios(Row row, Scenario scenario) {
		Series theirs = series(row, row.theirs());
		return (row.isCompared() && theirs.min() > 0) ? series(row, scenario).ratioTo(theirs) : null;
	}

	private String median(Row row, Scenario scenario) {
		return row.measure().format(series(row, scenario).median());
	}

	private Series series(Row row, Scenario scenario) {
		return this.results.series(scenario, row.measure());
	}

	private static String spread(Series ratios) {
		return ratio(ratios.median()) + " (" + ratio(ratios.min()) + "–" + ratio(ratios.max()) + ")";
	}

	private static String ratio(double value) {
		return String.format(Locale.ROOT, "%.3f", value);
	}

}
