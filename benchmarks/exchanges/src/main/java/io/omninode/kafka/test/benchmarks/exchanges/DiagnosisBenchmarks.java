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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.reply.MissingReplyError;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Measures what it takes to tell why a reply is missing, and what the watching of
 * listeners costs.
 *
 * @since 0.1.0
 */
public final class DiagnosisBenchmarks {

	private static final int RECORDS = 300_000;

	private static final int MANY_RECORDS = 1_000_000;

	private static final Duration WAIT = Duration.ofMillis(500);

	private final Table table = new Table();

	private DiagnosisBenchmarks() {
	}

	/**
	 * Measure.
	 * @param args the folder for the report, and the number of rounds
	 */
	public static void main(String[] args) throws Exception {
		DiagnosisBenchmarks benchmarks = new DiagnosisBenchmarks();
		benchmarks.diagnoses();
		benchmarks.watching(Integer.parseInt(args[1]));
		benchmarks.table.write(Path.of(args[0]), "diagnosis", System.out);
		System.exit(0);
	}

	private void diagnoses() {
		try (ConfigurableApplicationContext context = run("--kafka.test.embedded.isolated=true",
				"--counted=diagnosed")) {
			ReplyAwaiter replies = context.getBean(ReplyAwaiter.class);
			add("diagnosis, first in the JVM", diagnosis(replies), "<= 500 ms");
			List<Double> warm = new ArrayList<>();
			for (int i = 0; i < 61; i++) {
				double millis = diagnosis(replies);
				if (i >= 40) {
					warm.add(millis);
				}
			}
			add("diagnosis, warm, median of 21", Comparison.median(warm), "<= 150 ms");
			add("diagnosis, warm, slowest of 21", Collections.max(warm), "");
			PendingReply reply = send(replies);
			context.getBean(TestBroker.class).node(1).stop();
			add("diagnosis, the broker gone", diagnosis(reply), "<= 2000 ms");
		}
	}

	private static double diagnosis(ReplyAwaiter replies) {
		return diagnosis(send(replies));
	}

	private static PendingReply send(ReplyAwaiter replies) {
		return replies.between(SilentService.REQUESTS, SilentService.REPLIES).send(Map.of("order", 1));
	}

	/**
	 * Return by how much a wait is longer than its timeout, in milliseconds.
	 */
	private static double diagnosis(PendingReply reply) {
		long begin = System.nanoTime();
		try {
			reply.await(WAIT);
		}
		catch (MissingReplyError ex) {
			return (System.nanoTime() - begin - WAIT.toNanos()) / 1e6;
		}
		throw new IllegalStateException("Nothing replies");
	}

	private void watching(int rounds) throws Exception {
		try (ConfigurableApplicationContext watched = run("--counted=watched");
				ConfigurableApplicationContext plain = run("--counted=plain", "--kafka.test.diagnosis.enabled=false")) {
			Counting with = new Counting(watched, "watched");
			Counting without = new Counting(plain, "plain");
			List<Double> ratios = new ArrayList<>();
			List<Double> nanos = new ArrayList<>();
			for (int round = -2; round < rounds; round++) {
				double first = (round % 2 == 0) ? with.nanosPerRecord(RECORDS) : without.nanosPerRecord(RECORDS);
				double second = (round % 2 == 0) ? without.nanosPerRecord(RECORDS) : with.nanosPerRecord(RECORDS);
				if (round >= 0) {
					nanos.add((round % 2 == 0) ? first : second);
					ratios.add((round % 2 == 0) ? first / second : second / first);
				}
			}
			this.table.add("processor time of a record through a listener that is watched",
					Table.text("%.0f ns", Comparison.median(nanos)), Table.text("%.3f of one that is not (%.3f–%.3f)",
							Comparison.median(ratios), Collections.min(ratios), Collections.max(ratios)),
					"no difference");
			memory(with);
		}
	}

	private void memory(Counting with) throws Exception {
		Memory memory = new Memory();
		long before = memory.used();
		with.count(MANY_RECORDS, 100);
		this.table.add("heap of what is known of " + MANY_RECORDS + " records, of which every hundredth failed",
				Table.text("%d KiB", (memory.used() - before) / 1024), "", "<= 8 MiB");
	}

	private static ConfigurableApplicationContext run(String... properties) {
		SpringApplication application = new SpringApplication(SilentService.class);
		Map<String, Object> defaults = new HashMap<>(BenchmarkContext.PROPERTIES);
		defaults.put("spring.kafka.consumer.auto-offset-reset", "earliest");
		defaults.put("logging.level.org.springframework.kafka", "OFF");
		application.setDefaultProperties(defaults);
		return application.run(properties);
	}

	private void add(String measure, double millis, String target) {
		this.table.add(measure, Table.text("%.0f ms", millis), "", target);
	}

}
