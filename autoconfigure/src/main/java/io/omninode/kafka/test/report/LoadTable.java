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

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.waiting.Durations;

/**
 * A {@link LoadReport} as text.
 *
 * @param report the report
 */
record LoadTable(LoadReport report) {

	private static final String COLUMNS = "%10s".repeat(6);

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder();
		text.append("Load <").append(Excerpt.of(this.report.name())).append("> ").append(this.report.plan());
		text.append(this.report.interrupted() ? ", interrupted" : "").append('\n');
		row(text, "requests", requests());
		row(text, "replies", replies());
		row(text, "throughput", throughput());
		row(text, "", String.format(Locale.ROOT, COLUMNS, "p50", "p90", "p99", "p99.9", "max", "mean"));
		row(text, "response", times(this.report.responseTime()));
		row(text, "service", times(this.report.serviceTime()));
		row(text, "send delay", times(this.report.sendDelay()));
		steps(text);
		row(text, "generator", this.report.generator().toString());
		if (!this.report.triedRates().isEmpty()) {
			row(text, "maximum", maximum());
		}
		return text.toString();
	}

	private String requests() {
		LoadCounts counts = this.report.counts();
		String failures = counts.failures()
			.entrySet()
			.stream()
			.map(LoadTable::failure)
			.collect(Collectors.joining(", "));
		return counts.sent() + " sent, " + counts.acknowledged() + " acknowledged, " + counts.failed() + " failed"
				+ (failures.isEmpty() ? "" : " (" + failures + ")");
	}

	private static String failure(Map.Entry<String, Long> failure) {
		return failure.getValue() + " " + failure.getKey();
	}

	private String replies() {
		LoadCounts counts = this.report.counts();
		return counts.replied() + " in time, " + counts.late() + " late, " + counts.lost() + " lost, "
				+ counts.duplicates() + " duplicate, " + counts.outOfOrder() + " out of order"
				+ ((counts.unfinished() > 0) ? ", " + counts.unfinished() + " unfinished" : "");
	}

	private String throughput() {
		return String.format(Locale.ROOT, "%.1f", this.report.throughput()) + " replies/s over "
				+ Durations.rounded(this.report.duration());
	}

	private String maximum() {
		OptionalInt rate = this.report.maximumRate();
		String tried = this.report.triedRates()
			.stream()
			.map((each) -> each.ratePerSecond() + "/s")
			.collect(Collectors.joining(", "));
		return (rate.isPresent() ? rate.getAsInt() + "/s" : "none held") + ", tried " + tried;
	}

	private void steps(StringBuilder text) {
		if (!this.report.steps().isEmpty()) {
			row(text, "step", String.format(Locale.ROOT, COLUMNS, "sent", "failed", "timed out", "p50", "p99", "max"));
		}
		for (LoadReport.Step step : this.report.steps()) {
			Latency times = step.responseTime();
			row(text, step.rate(), String.format(Locale.ROOT, COLUMNS, step.sent(), step.failed(), step.timedOut(),
					Durations.rounded(times.p50()), Durations.rounded(times.p99()), Durations.rounded(times.max())));
		}
	}

	private static String times(Latency times) {
		return String.format(Locale.ROOT, COLUMNS, Durations.rounded(times.p50()), Durations.rounded(times.p90()),
				Durations.rounded(times.p99()), Durations.rounded(times.p999()), Durations.rounded(times.max()),
				Durations.rounded(times.mean()));
	}

	private static void row(StringBuilder text, String name, String content) {
		text.append(String.format(Locale.ROOT, "  %-12s%s", name, content).stripTrailing()).append('\n');
	}

}
