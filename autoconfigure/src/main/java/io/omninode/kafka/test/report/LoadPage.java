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
import java.util.Map;
import java.util.function.DoubleFunction;

import io.omninode.kafka.test.correlation.Excerpt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A report as a self-contained page, without scripts or network access.
 *
 * @param report the report
 * @param previous the previous report, if there is one
 */
record LoadPage(JsonNode report, @Nullable JsonNode previous) {

	private static final List<String> STEP_COUNTS = List.of("sent", "replied", "failed", "timed_out");

	private static final List<String> STEP_TIMES = List.of("p50_ms", "p90_ms", "p99_ms", "max_ms");

	@Override
	public String toString() {
		LoadPlots plots = new LoadPlots(this.report, this.previous);
		String name = Html.escape(text("name"));
		return Html.head("Load " + name) + "<h1>Load " + name + "</h1>\n" + subtitle() + verdict()
				+ "<h2>Figures</h2>\n" + figures() + steps() + "<h2>Over time</h2>\n" + plots.throughput()
				+ plots.responseTimes() + "<h2>Percentiles</h2>\n" + plots.curve() + errors() + lost() + tried()
				+ "</main></body></html>\n";
	}

	private String subtitle() {
		return "<p class=\"sub\">" + Html.escape(text("plan")) + " &middot; " + Html.escape(start(this.report))
				+ " &middot; " + Html.millis(this.report.path("duration_ms").asDouble()) + "</p>\n";
	}

	private String verdict() {
		List<String> remarks = new ArrayList<>();
		if (this.report.path("interrupted").asBoolean()) {
			remarks.add("The load was interrupted: what follows covers the part that was done.");
		}
		if (this.report.path("generator").path("bottleneck").asBoolean()) {
			List<String> reasons = new ArrayList<>();
			this.report.path("generator").path("reasons").forEach((reason) -> reasons.add(reason.asString()));
			remarks.add("The generator was the bottleneck: " + String.join("; ", reasons)
					+ ". Part of the response times is its own, not the service's.");
		}
		return remarks.isEmpty() ? "" : "<p class=\"remark\">" + Html.escape(String.join(" ", remarks)) + "</p>\n";
	}

	private String figures() {
		StringBuilder rows = new StringBuilder();
		rows.append(row("Throughput, replies a second", "/throughput", Html::number));
		rows.append(row("Response time p50", "/response_time/p50_ms", Html::millis));
		rows.append(row("Response time p90", "/response_time/p90_ms", Html::millis));
		rows.append(row("Response time p99", "/response_time/p99_ms", Html::millis));
		rows.append(row("Response time p99.9", "/response_time/p999_ms", Html::millis));
		rows.append(row("Response time maximum", "/response_time/max_ms", Html::millis));
		rows.append(row("Service time p99", "/service_time/p99_ms", Html::millis));
		rows.append(row("Send delay p99", "/send_delay/p99_ms", Html::millis));
		rows.append(row("Requests sent", "/counts/sent", LoadPage::whole));
		rows.append(row("Replies in time", "/counts/replied", LoadPage::whole));
		String before = (this.previous != null) ? "<th>before</th><th>change</th>" : "";
		return "<table><thead><tr><th></th><th>now</th>" + before + "</tr></thead><tbody>\n" + rows
				+ "</tbody></table>\n" + origin();
	}

	private String origin() {
		return (this.previous != null) ? "<p class=\"sub\">Before: " + Html.escape(start(this.previous)) + "</p>\n"
				: "";
	}

	private static String start(JsonNode report) {
		return report.path("started_at").asString("").replaceAll("\\.\\d+Z$", "Z");
	}

	private String row(String title, String pointer, DoubleFunction<String> format) {
		double now = this.report.at(pointer).asDouble();
		String cells = cell(title) + number(format.apply(now));
		if (this.previous != null) {
			double before = this.previous.at(pointer).asDouble();
			cells += number(format.apply(before)) + number(change(before, now));
		}
		return "<tr>" + cells + "</tr>\n";
	}

	private static String change(double before, double now) {
		if (before == 0) {
			return (now == 0) ? "0%" : "new";
		}
		double percent = (now - before) * 100 / before;
		String text = Html.trimmed(percent, 1) + "%";
		if (text.equals("-0%") || text.equals("0%")) {
			return "0%";
		}
		return ((percent > 0) ? "+" : "") + text;
	}

	private String steps() {
		StringBuilder rows = new StringBuilder();
		for (JsonNode step : this.report.path("steps")) {
			rows.append("<tr>" + cell(rate(step)));
			STEP_COUNTS.forEach((count) -> rows.append(number(whole(step.path(count).asDouble()))));
			STEP_TIMES.forEach((time) -> rows.append(number(Html.millis(step.path(time).asDouble()))));
			rows.append("</tr>\n");
		}
		return table("Steps", "<th>rate</th><th>sent</th><th>replied</th><th>failed</th><th>timed out</th>"
				+ "<th>p50</th><th>p90</th><th>p99</th><th>max</th>", rows);
	}

	private static String rate(JsonNode step) {
		int from = step.path("from_rate").asInt();
		int to = step.path("to_rate").asInt();
		return ((from != to) ? from + "-" : "") + to + "/s for " + Html.millis(step.path("length_ms").asDouble());
	}

	private String errors() {
		StringBuilder rows = new StringBuilder();
		JsonNode counts = this.report.path("counts");
		for (Map.Entry<String, JsonNode> failure : counts.path("failures").properties()) {
			rows.append(error("failed: " + failure.getKey(), failure.getValue()));
		}
		rows.append(error("lost: no reply at all", counts.path("lost")));
		rows.append(error("late: replied after the timeout", counts.path("late")));
		rows.append(error("duplicate replies", counts.path("duplicates")));
		rows.append(error("replies out of order for their key", counts.path("out_of_order")));
		rows.append(error("unfinished when interrupted", counts.path("unfinished")));
		return "<h2>Errors by cause</h2>\n"
				+ (rows.isEmpty() ? "<p>None.</p>\n" : "<table><tbody>\n" + rows + "</tbody></table>\n");
	}

	private String error(String title, JsonNode count) {
		long sent = Math.max(1, this.report.path("counts").path("sent").asLong());
		if (count.asLong() == 0) {
			return "";
		}
		double percent = count.asLong() * 100.0 / sent;
		return "<tr>" + cell(title) + number(whole(count.asDouble())) + number(Html.trimmed(percent, 3) + "%")
				+ "<td class=\"bar\"><i style=\"width:" + Html.trimmed(Math.max(1, Math.min(100, percent)), 1)
				+ "%\"></i></td></tr>\n";
	}

	private String lost() {
		StringBuilder rows = new StringBuilder();
		for (JsonNode lost : this.report.path("lost")) {
			boolean acknowledged = lost.path("partition").asInt() >= 0;
			String place = acknowledged ? lost.path("topic").asString() + "-" + lost.path("partition").asInt() + "@"
					+ lost.path("offset").asLong() : lost.path("topic").asString() + ", not acknowledged";
			rows.append("<tr>" + number(whole(lost.path("number").asDouble()))
					+ cell(Excerpt.of(lost.path("correlation_id").asString()))
					+ cell(Excerpt.of(lost.path("key").asString(""))) + cell(place) + "</tr>\n");
		}
		return table("Lost requests, the first of them", "<th>number</th><th>id</th><th>key</th><th>last seen</th>",
				rows);
	}

	private String tried() {
		StringBuilder rows = new StringBuilder();
		for (JsonNode tried : this.report.path("tried_rates")) {
			rows.append("<tr>" + number(whole(tried.path("rate").asDouble()))
					+ cell(tried.path("held").asBoolean() ? "held" : "did not hold")
					+ number(Html.number(tried.path("throughput").asDouble()))
					+ number(Html.millis(tried.path("p99_ms").asDouble())) + "</tr>\n");
		}
		return table("Rates that were tried", "<th>rate</th><th></th><th>replies/s</th><th>p99</th>", rows);
	}

	private static String table(String title, String head, StringBuilder rows) {
		return rows.isEmpty() ? "" : "<h2>" + title + "</h2>\n<table><thead><tr>" + head + "</tr></thead><tbody>\n"
				+ rows + "</tbody></table>\n";
	}

	private static String cell(String text) {
		return "<td>" + Html.escape(text) + "</td>";
	}

	private static String number(String text) {
		return "<td class=\"number\">" + Html.escape(text) + "</td>";
	}

	private static String whole(double number) {
		return Html.trimmed(number, 0);
	}

	private String text(String field) {
		return this.report.path(field).asString("");
	}

}
