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

import java.time.Duration;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report as JSON. Times are milliseconds. A change that would break readers increments
 * {@link #SCHEMA}.
 *
 * @param report the report
 */
record LoadJson(LoadReport report) {

	static final int SCHEMA = 1;

	private static final List<Double> CURVE = List.of(0.0, 10.0, 25.0, 50.0, 75.0, 90.0, 95.0, 97.5, 99.0, 99.5, 99.9,
			99.95, 99.99, 100.0);

	private static final double NANOS_PER_MILLI = 1_000_000.0;

	JsonNode toNode() {
		ObjectNode root = JsonNodeFactory.instance.objectNode();
		root.put("schema", SCHEMA);
		root.put("name", this.report.name());
		root.put("plan", this.report.plan());
		root.put("started_at", this.report.startedAt().toString());
		root.put("duration_ms", millis(this.report.duration()));
		root.put("interrupted", this.report.interrupted());
		root.put("throughput", this.report.throughput());
		counts(root.putObject("counts"));
		latency(root.putObject("response_time"), this.report.responseTime());
		latency(root.putObject("service_time"), this.report.serviceTime());
		latency(root.putObject("send_delay"), this.report.sendDelay());
		generator(root.putObject("generator"));
		this.report.seconds().forEach((second) -> second(root.withArray("seconds").addObject(), second));
		this.report.steps().forEach((step) -> step(root.withArray("steps").addObject(), step));
		this.report.lostRequests().forEach((lost) -> lost(root.withArray("lost").addObject(), lost));
		search(root);
		return root;
	}

	private void counts(ObjectNode node) {
		LoadCounts counts = this.report.counts();
		node.put("sent", counts.sent());
		node.put("acknowledged", counts.acknowledged());
		node.put("replied", counts.replied());
		node.put("timed_out", counts.timedOut());
		node.put("late", counts.late());
		node.put("lost", counts.lost());
		node.put("duplicates", counts.duplicates());
		node.put("out_of_order", counts.outOfOrder());
		node.put("unfinished", counts.unfinished());
		node.put("failed", counts.failed());
		ObjectNode failures = node.putObject("failures");
		counts.failures().forEach(failures::put);
	}

	private static void latency(ObjectNode node, Latency latency) {
		node.put("count", latency.count());
		node.put("mean_ms", millis(latency.mean()));
		node.put("p50_ms", millis(latency.p50()));
		node.put("p90_ms", millis(latency.p90()));
		node.put("p99_ms", millis(latency.p99()));
		node.put("p999_ms", millis(latency.p999()));
		node.put("max_ms", millis(latency.max()));
		ArrayNode curve = node.putArray("curve");
		CURVE.forEach((percentile) -> curve.addObject()
			.put("percentile", percentile)
			.put("ms", millis(latency.percentile(percentile))));
	}

	private void generator(ObjectNode node) {
		LoadGenerator generator = this.report.generator();
		node.put("bottleneck", generator.isBottleneck());
		node.put("send_delay_p99_ms", millis(generator.sendDelayP99()));
		node.put("cpu", generator.cpu());
		node.put("buffer_wait_ms", millis(generator.bufferWait()));
		node.put("limited", generator.limited());
		ArrayNode reasons = node.putArray("reasons");
		generator.reasons().forEach(reasons::add);
	}

	private static void second(ObjectNode node, LoadSecond second) {
		node.put("end_ms", millis(second.end()));
		node.put("length_ms", millis(second.length()));
		node.put("sent", second.sent());
		node.put("replied", second.replied());
		node.put("failed", second.failed());
		node.put("timed_out", second.timedOut());
		node.put("in_flight", second.inFlight());
		node.put("p50_ms", millis(second.p50()));
		node.put("p90_ms", millis(second.p90()));
		node.put("p99_ms", millis(second.p99()));
		node.put("max_ms", millis(second.max()));
	}

	private static void step(ObjectNode node, LoadReport.Step step) {
		node.put("from_rate", step.fromRate());
		node.put("to_rate", step.toRate());
		node.put("length_ms", millis(step.length()));
		node.put("sent", step.sent());
		node.put("replied", step.replied());
		node.put("failed", step.failed());
		node.put("timed_out", step.timedOut());
		node.put("p50_ms", millis(step.responseTime().p50()));
		node.put("p90_ms", millis(step.responseTime().p90()));
		node.put("p99_ms", millis(step.responseTime().p99()));
		node.put("max_ms", millis(step.responseTime().max()));
	}

	private static void lost(ObjectNode node, LostRequest lost) {
		node.put("number", lost.number());
		node.put("correlation_id", lost.correlationId());
		node.put("key", lost.key());
		node.put("topic", lost.topic());
		node.put("partition", lost.partition());
		node.put("offset", lost.offset());
	}

	private void search(ObjectNode root) {
		this.report.maximumRate().ifPresent((rate) -> root.put("maximum_rate", rate));
		for (LoadReport.TriedRate tried : this.report.triedRates()) {
			ObjectNode node = root.withArray("tried_rates").addObject();
			node.put("rate", tried.ratePerSecond());
			node.put("held", tried.held());
			node.put("throughput", tried.throughput());
			node.put("p99_ms", millis(tried.p99()));
		}
	}

	private static double millis(Duration duration) {
		return duration.toNanos() / NANOS_PER_MILLI;
	}

}
