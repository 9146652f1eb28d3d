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

package io.omninode.kafka.test.report;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The plots of a load.
 *
 * @param report the report
 * @param previous the previous report, if there is one
 */
record LoadPlots(JsonNode report, @Nullable JsonNode previous) {

	private static final List<Double> MARKS = List.of(0.0, 50.0, 90.0, 99.0, 99.9, 99.99);

	/**
	 * The minimum length of the last interval of a load: the rate of a shorter one would
	 * be random.
	 */
	private static final double SHORTEST_MILLIS = 300;

	private static final double LAST = 99.995;

	Plot throughput() {
		List<Line> lines = List.of(rate("sent", "a"), rate("replied", "b"));
		return new Plot("Throughput, a second", lines, time(),
				new Plot.Scale("", Axis.linear(highest(lines)), Html::number));
	}

	private Line rate(String field, String style) {
		List<Line.Point> points = new ArrayList<>();
		for (JsonNode second : this.report.path("seconds")) {
			double length = second.path("length_ms").asDouble();
			boolean meaningful = length >= SHORTEST_MILLIS || this.report.path("seconds").size() == 1;
			double rate = meaningful ? second.path(field).asDouble() * 1000 / Math.max(1, length) : Double.NaN;
			points.add(new Line.Point(end(second), rate, Html.number(rate) + "/s at " + at(second)));
		}
		return new Line(field, style, points);
	}

	Plot responseTimes() {
		List<Line> lines = List.of(percentile("p50", "a"), percentile("p90", "b"), percentile("p99", "c"),
				percentile("max", "d"));
		return new Plot("Response time, by the second in which the reply came", lines, time(), times(lines));
	}

	private Line percentile(String name, String style) {
		List<Line.Point> points = new ArrayList<>();
		for (JsonNode second : this.report.path("seconds")) {
			boolean replied = second.path("replied").asLong() > 0;
			double millis = replied ? second.path(name + "_ms").asDouble() : Double.NaN;
			points.add(new Line.Point(end(second), millis, Html.millis(millis) + " at " + at(second)));
		}
		return new Line(name, style, points);
	}

	Plot curve() {
		List<Line> lines = new ArrayList<>();
		lines.add(curve(this.report, "response_time", "response time", "a"));
		lines.add(curve(this.report, "service_time", "service time", "b"));
		if (this.previous != null) {
			lines.add(curve(this.previous, "response_time", "response time before", "before"));
		}
		Axis axis = new Axis(1, odds(LAST), true);
		List<Double> ticks = MARKS.stream().map(LoadPlots::odds).toList();
		return new Plot("Times by percentile", lines,
				new Plot.Scale("percentile", axis, ticks, (odds) -> Html.trimmed(100 - 100 / odds, 2)), times(lines));
	}

	private static Line curve(JsonNode report, String times, String name, String style) {
		List<Line.Point> points = new ArrayList<>();
		for (JsonNode each : report.path(times).path("curve")) {
			double percentile = each.path("percentile").asDouble();
			double millis = each.path("ms").asDouble();
			points.add(new Line.Point(odds(percentile), millis,
					Html.millis(millis) + " at p" + Html.trimmed(percentile, 2)));
		}
		return new Line(name, style, points);
	}

	/**
	 * Return one in how many requests is slower than a percentile.
	 */
	private static double odds(double percentile) {
		return 100 / (100 - Math.min(LAST, percentile));
	}

	private Plot.Scale time() {
		double last = 0;
		for (JsonNode second : this.report.path("seconds")) {
			last = Math.max(last, end(second));
		}
		Axis axis = new Axis(0, Math.max(1, last), false);
		return new Plot.Scale("seconds", axis, (seconds) -> Html.trimmed(seconds, 1));
	}

	private static Plot.Scale times(List<Line> lines) {
		double lowest = lines.stream()
			.flatMap((line) -> line.points().stream())
			.mapToDouble(Line.Point::y)
			.filter((millis) -> millis > 0)
			.min()
			.orElse(1);
		return new Plot.Scale("", Axis.logarithmic(lowest, highest(lines)), Html::millis);
	}

	private static double highest(List<Line> lines) {
		return lines.stream()
			.flatMap((line) -> line.points().stream())
			.mapToDouble(Line.Point::y)
			.filter(Double::isFinite)
			.max()
			.orElse(1);
	}

	private static double end(JsonNode second) {
		return second.path("end_ms").asDouble() / 1000;
	}

	private static String at(JsonNode second) {
		return Html.trimmed(end(second), 1) + " s";
	}

}
