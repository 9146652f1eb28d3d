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

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.load.LoadDriver;
import io.omninode.kafka.test.load.LoadPlan;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.topic.TestTopics;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures loads, prints the table, and leaves it in a file.
 *
 * @since 0.1.0
 */
public final class LoadBenchmarks {

	private static final String EVENT = "{\"payload\":{\"code\":\"class A: pass\"}}";

	private static final String LOOP = "loop.records";

	/**
	 * What plain clients and tools use: topics that no tap reads.
	 */
	private static final String RAW_LOOP = "raw.records";

	private static final String RAW_REPLIES = "raw.replies";

	private static final int RATE = 5_000;

	private static final Duration WARM_UP = Duration.ofSeconds(3);

	private static final Duration LENGTH = Duration.ofSeconds(10);

	private final Table table = new Table();

	private final int rounds;

	private final Duration soak;

	private LoadBenchmarks(int rounds, Duration soak) {
		this.rounds = rounds;
		this.soak = soak;
	}

	/**
	 * Measure.
	 * @param args the folder for the report, the number of rounds, and the minutes of the
	 * soak
	 */
	public static void main(String[] args) throws Exception {
		LoadBenchmarks benchmarks = new LoadBenchmarks(Integer.parseInt(args[1]),
				Duration.ofMinutes(Long.parseLong(args[2])));
		benchmarks.run();
		benchmarks.table.write(Path.of(args[0]), "load", System.out);
		System.exit(0);
	}

	private void run() throws Exception {
		try (ConfigurableApplicationContext context = BenchmarkContext.run("--kafka.test.correlation.field=",
				"--kafka.test.topics.loop-request=" + LOOP, "--kafka.test.topics.loop-response=" + LOOP)) {
			LoadDriver driver = context.getBean(LoadDriver.class);
			context.getBean(TestTopics.class).create(LOOP, RAW_LOOP, RAW_REPLIES, EchoService.REPLIES);
			loop(driver, servers(context));
			echo(driver, servers(context));
			oneInFlight(driver, servers(context));
			schedule(driver, servers(context));
			omission(driver, context.getBean(EchoService.class));
			if (!this.soak.isZero()) {
				soak(driver);
			}
		}
	}

	private static String servers(ConfigurableApplicationContext context) {
		return context.getBean(TestBroker.class).bootstrapServers();
	}

	private void loop(LoadDriver driver, String servers) throws Exception {
		RawLoop raw = new RawLoop(servers, RAW_LOOP, RAW_LOOP);
		KafkaTools tools = new KafkaTools(servers);
		LoadPlan plan = LoadPlan.concurrent("loop", 100_000, 1_000_000).event((number) -> EVENT);
		Turns turns = new Turns().with("raw", () -> raw.run(1_000_000, 100_000))
			.with("ours", () -> driver.run(plan).throughput())
			.with("tool", () -> tools.produce(RAW_LOOP, 1_000_000, 0, -1).rate())
			.run(this.rounds);
		this.table.add("produce and dispatch, 100,000 in flight", Table.text("%.0f/s", turns.median("ours")),
				Table.text("%.2f of raw, %.2f of `kafka-producer-perf-test`, which only produces",
						turns.ratio("ours", "raw"), turns.ratio("ours", "tool")),
				">= 150,000/s, >= 0.8 of raw");
	}

	private void echo(LoadDriver driver, String servers) throws Exception {
		RawLoop raw = new RawLoop(servers, EchoService.REQUESTS, RAW_REPLIES);
		TemplateLoop template = new TemplateLoop(servers);
		LoadPlan plan = LoadPlan.concurrent("echo", 100, 60_000).event((number) -> EVENT);
		Turns turns = new Turns().with("raw", () -> raw.run(60_000, 100))
			.with("ours", () -> driver.run(plan).throughput())
			.with("template", () -> template.run(60_000, 100))
			.run(this.rounds);
		this.table.add("echo listener, 100 in flight", Table.text("%.0f/s", turns.median("ours")),
				Table.text("%.2f of raw, %.2f of `ReplyingKafkaTemplate`", turns.ratio("ours", "raw"),
						turns.ratio("ours", "template")),
				">= 0.9 of raw, >= 1 of `ReplyingKafkaTemplate`");
	}

	private void oneInFlight(LoadDriver driver, String servers) throws Exception {
		KafkaTools tools = new KafkaTools(servers);
		LoadPlan plan = LoadPlan.concurrent("loop", 1, 10_000).event((number) -> EVENT);
		Turns turns = new Turns().with("ours", () -> millis(driver.run(plan).serviceTime().mean()))
			.with("tool", () -> tools.endToEnd(RAW_LOOP, 10_000))
			.run(this.rounds);
		this.table.add("one in flight, mean time until it is read back", Table.text("%.2f ms", turns.median("ours")),
				Table.text("%.2f of `kafka-e2e-latency`", turns.ratio("ours", "tool")), "");
	}

	private void schedule(LoadDriver driver, String servers) throws Exception {
		KafkaTools tools = new KafkaTools(servers);
		double alone = BareSchedule.start(RATE, LENGTH).p99();
		List<AtRate> measured = new ArrayList<>();
		for (int round = 0; round <= this.rounds; round++) {
			measured.add(atRate(driver, tools));
		}
		measured.remove(0);
		this.table.add("schedule error at 5,000/s, p99",
				Table.text("%.2f ms", median(measured, (round) -> millis(round.report().sendDelay().p99()))), "",
				"<= 1 ms");
		this.table.add("the same of a thread beside it that only waits",
				Table.text("%.2f ms; without the load %.2f ms", median(measured, AtRate::bareP99), alone), "", "");
		this.table.add("5,000/s, time until it is read back, p50 and p99",
				Table.text("%.2f ms, %.2f ms", median(measured, (round) -> millis(round.report().serviceTime().p50())),
						median(measured, (round) -> millis(round.report().serviceTime().p99()))),
				Table.text("`kafka-producer-perf-test`, until it is acknowledged: %.0f ms, %.0f ms",
						median(measured, (round) -> round.produced().p50()),
						median(measured, (round) -> round.produced().p99())),
				"");
	}

	private static AtRate atRate(LoadDriver driver, KafkaTools tools) throws Exception {
		BareSchedule beside = BareSchedule.start(RATE, WARM_UP.plus(LENGTH));
		LoadReport report = driver
			.run(LoadPlan.sustained("loop", RATE, LENGTH).warmUp(WARM_UP).event((number) -> EVENT));
		return new AtRate(report, beside.p99(), tools.produce(RAW_LOOP, requests(LENGTH), requests(WARM_UP), RATE));
	}

	private static int requests(Duration length) {
		return Math.toIntExact(length.toSeconds() * RATE);
	}

	private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
		return Comparison.median(rounds.stream().map(figure::applyAsDouble).toList());
	}

	private static double millis(Duration duration) {
		return duration.toNanos() / 1e6;
	}

	private void omission(LoadDriver driver, EchoService service) {
		ScheduledExecutorService thaw = Executors.newSingleThreadScheduledExecutor();
		LoadReport report = driver.run(LoadPlan.sustained("echo", 500, Duration.ofSeconds(30))
			.timeout(Duration.ofSeconds(20))
			.event((number) -> {
				if (number == 5_000) {
					CountDownLatch frozen = service.freeze();
					thaw.schedule(frozen::countDown, 6, TimeUnit.SECONDS);
				}
				return EVENT;
			}));
		thaw.shutdown();
		this.table.add(
				"30 s at 500/s, the service frozen for 6 s: response time p90, p99", Table.text("%.2f s, %.2f s",
						report.responseTime().p90().toMillis() / 1e3, report.responseTime().p99().toMillis() / 1e3),
				"", ">= 2.5 s, >= 5 s");
	}

	private void soak(LoadDriver driver) {
		driver.run(LoadPlan.sustained("echo", 2_000, Duration.ofSeconds(30)).event((number) -> EVENT));
		long before = used();
		LoadReport report = driver.run(LoadPlan.sustained("echo", 2_000, this.soak).event((number) -> EVENT));
		double grown = (used() - before) / 1048576.0;
		this.table.add(this.soak.toMinutes() + " minutes at 2,000/s: heap growth; replies lost",
				Table.text("%.1f MiB; %d", grown, report.counts().lost()), "", "<= 5 MiB; 0");
	}

	private static long used() {
		MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
		for (int time = 0; time < 3; time++) {
			memory.gc();
		}
		return memory.getHeapMemoryUsage().getUsed();
	}

	/**
	 * What was measured at one rate.
	 *
	 * @param report the load
	 * @param bareP99 the milliseconds that the thread beside it was late by
	 * @param produced what the tool measured
	 */
	private record AtRate(LoadReport report, double bareP99, KafkaTools.Produced produced) {

	}

}
