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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.record.PendingRecords;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TestTopics;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures, prints the table, and leaves it in a file.
 *
 * @since 0.1.0
 */
public final class RepliesBenchmarks {

	private static final int CALLS = 5_000;

	private static final int CALLS_OF_NEW_CONSUMER = 10;

	private static final int REPLIES = 100_000;

	private final Table table = new Table();

	private final int rounds;

	private final long lookBackRecords;

	private RepliesBenchmarks(int rounds, long lookBackRecords) {
		this.rounds = rounds;
		this.lookBackRecords = lookBackRecords;
	}

	/**
	 * Measure.
	 * @param args the folder for the report, the number of rounds, and the number of
	 * records that go through the look-back
	 */
	public static void main(String[] args) throws Exception {
		RepliesBenchmarks benchmarks = new RepliesBenchmarks(Integer.parseInt(args[1]), Long.parseLong(args[2]));
		benchmarks.run();
		benchmarks.table.write(Path.of(args[0]), "replies", System.out);
		System.exit(0);
	}

	private void run() throws Exception {
		inContext(this::roundTrips);
		inContext((context) -> dispatch(context, true, ">= 0.8"), "--kafka.test.correlation.field=");
		inContext((context) -> dispatch(context, false, ">= 0.65"), "--kafka.test.correlation.header=");
		inContext(this::history);
		inContext(this::idleness);
		inContext(this::watching);
		inContext(this::memory);
	}

	private static void inContext(Part part, String... properties) throws Exception {
		try (ConfigurableApplicationContext context = BenchmarkContext.run(properties)) {
			part.run(context);
		}
	}

	private void roundTrips(ConfigurableApplicationContext context) throws Exception {
		try (RoundTrips trips = new RoundTrips(context.getBean(ReplyAwaiter.class), servers(context))) {
			Comparison comparison = Comparison.run(trips.contenders(CALLS, CALLS_OF_NEW_CONSUMER), this.rounds);
			for (String name : List.of(RoundTrips.RAW, RoundTrips.AWAITER, RoundTrips.TEMPLATE,
					RoundTrips.NEW_CONSUMER)) {
				for (double percentile : List.of(50.0, 99.0)) {
					row("round trip, " + name + ", p" + (int) percentile, "%.2f ms",
							comparison.millis(name, percentile), "%.2f of raw",
							comparison.ratio(name, RoundTrips.RAW, percentile), target(name, percentile));
				}
			}
			row("round trip, `ReplyAwaiter`, p50 beside a new consumer", "%.2f ms",
					comparison.millis(RoundTrips.AWAITER, 50), "%.4f",
					comparison.ratio(RoundTrips.AWAITER, RoundTrips.NEW_CONSUMER, 50), "<= 0.01");
		}
	}

	private static String target(String name, double percentile) {
		if (!name.equals(RoundTrips.AWAITER)) {
			return "";
		}
		return (percentile < 99) ? "<= 1.1" : "<= 1.2";
	}

	private void dispatch(ConfigurableApplicationContext context, boolean inHeader, String target) throws Exception {
		Dispatch dispatch = new Dispatch(context.getBean(ReplyAwaiter.class), context.getBean(Tap.class),
				context.getBean(TestScope.class), servers(context), REPLIES);
		List<Double> ratios = dispatch.run(inHeader, 3 * this.rounds);
		row("dispatch of 100,000 replies, id in " + (inHeader ? "the header" : "the JSON body"), "%s", "",
				"%.2f of raw", Comparison.median(ratios), target);
	}

	private void history(ConfigurableApplicationContext context) throws Exception {
		List<Double> times = new History(servers(context), context.getBean(FlowTracker.class)).run(21);
		row("one id among 1,000,000 records, published in the last minute; median, slowest of 21", "%.0f ms",
				Comparison.median(times), "%.0f ms", Collections.max(times), "<= 100 ms");
	}

	private void idleness(ConfigurableApplicationContext context) {
		PendingRecords nothing = context.getBean(TestRecords.class).on("nothing." + UUID.randomUUID());
		Idleness idleness = new Idleness(() -> nothing.awaitNone(Duration.ofSeconds(30)));
		idleness.percent();
		row("processor time while a test waits 30 s and nothing comes", "%.1f %% of one", idleness.percent(), "%s", "",
				"");
	}

	private void watching(ConfigurableApplicationContext context) {
		Watching watching = new Watching(context.getBean(Tap.class), context.getBean(TestTopics.class),
				context.getBean(TestScope.class));
		watching.watch(5);
		watching.release(2);
		single("ready to read a new topic", watching.watch(21));
		single("release", watching.release(21));
	}

	private void single(String measure, List<Double> times) {
		row(measure + ", median; slowest of 21", "%.1f ms", Comparison.median(times), "%.1f ms", Collections.max(times),
				"<= 30 ms");
	}

	private void memory(ConfigurableApplicationContext context) throws Exception {
		Memory memory = new Memory();
		row("heap of a pending reply", "%d bytes", memory.ofPendingReply(context.getBean(ReplyAwaiter.class), REPLIES),
				"%s", "", "<= 1 KiB");
		row("heap of the look-back after " + this.lookBackRecords + " records", "%d KiB",
				memory.ofLookBack(context.getBean(Tap.class), context.getBean(TestScope.class), servers(context),
						this.lookBackRecords) / 1024,
				"%s", "", "its bound: 10,000 records");
	}

	private static String servers(ConfigurableApplicationContext context) {
		return context.getBean(TestBroker.class).bootstrapServers();
	}

	private void row(String measure, String valueFormat, Object value, String ratioFormat, Object ratio,
			String target) {
		this.table.add(measure, Table.text(valueFormat, value), Table.text(ratioFormat, ratio), target);
	}

	/**
	 * What is measured in a context of its own.
	 */
	@FunctionalInterface
	private interface Part {

		void run(ConfigurableApplicationContext context) throws Exception;

	}

}
