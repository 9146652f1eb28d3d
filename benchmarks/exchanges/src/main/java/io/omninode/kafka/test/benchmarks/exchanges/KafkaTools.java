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

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.tools.EndToEndLatency;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * Kafka's own load generators. They run in this JVM, as what they stand beside does: one
 * of their own would be measured while it is cold, which favours ours. Their figures are
 * read from what they print, and they end the JVM; so its standard output, and Kafka's
 * exit procedure, are another while one runs. Nothing else prints meanwhile.
 *
 * @param servers the cluster
 */
record KafkaTools(String servers) {

	/**
	 * About what a request of ours takes, its id included.
	 */
	private static final String RECORD_BYTES = "90";

	private static final Pattern PRODUCED = Pattern
		.compile("([\\d.]+) records/sec .* (\\d+) ms 50th, .* (\\d+) ms 99th,");

	private static final Pattern LATENCY = Pattern.compile("Avg latency: ([\\d.]+) ms");

	private static final Exit.Procedure STAY = (status, message) -> {
	};

	/**
	 * Produce at a rate, or as fast as can be where it is negative. The records of the
	 * warm-up come on top.
	 */
	Produced produce(String topic, int records, int warmUp, int ratePerSecond) throws Exception {
		String printed = output(() -> ProducerPerformance.main(new String[] { "--bootstrap-server", this.servers,
				"--topic", topic, "--num-records", String.valueOf(records + warmUp), "--warmup-records",
				String.valueOf(warmUp), "--record-size", RECORD_BYTES, "--throughput", String.valueOf(ratePerSecond),
				"--command-property", "linger.ms=0", "batch.size=65536", "buffer.memory=67108864" }));
		MatchResult line = last(PRODUCED, printed);
		return new Produced(Double.parseDouble(line.group(1)), Double.parseDouble(line.group(2)),
				Double.parseDouble(line.group(3)));
	}

	/**
	 * Return how many milliseconds it takes on average until a record is read back, one
	 * record at a time.
	 */
	double endToEnd(String topic, int records) throws Exception {
		String printed = output(() -> EndToEndLatency.main("--bootstrap-server", this.servers, "--topic", topic,
				"--num-records", String.valueOf(records), "--producer-acks", "all", "--record-size", RECORD_BYTES));
		return Double.parseDouble(last(LATENCY, printed).group(1));
	}

	private static String output(Contender.Call tool) throws Exception {
		PrintStream out = System.out;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		Exit.setExitProcedure(STAY);
		try {
			tool.run();
		}
		finally {
			Exit.resetExitProcedure();
			System.setOut(out);
		}
		return printed.toString(StandardCharsets.UTF_8);
	}

	private static MatchResult last(Pattern pattern, String printed) {
		return pattern.matcher(printed)
			.results()
			.reduce((first, second) -> second)
			.orElseThrow(() -> new IllegalStateException("The tool printed no figures:\n" + printed));
	}

	/**
	 * What {@code kafka-producer-perf-test} measured.
	 *
	 * @param rate records a second
	 * @param p50 the median of the milliseconds until a record was acknowledged
	 * @param p99 the 99th percentile of them
	 */
	record Produced(double rate, double p50, double p99) {

	}

}
