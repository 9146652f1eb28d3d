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

package io.omninode.kafka.integration.counting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts and JVMs that use the same application one after the other.
 */
@Tag(KafkaTags.KAFKA)
class CountsIntegrationTests {

	/**
	 * Far below the 45 seconds of a session, at whose end a group would go on without a
	 * member that has not left.
	 */
	private static final Duration NO_STALL = Duration.ofSeconds(20);

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "classic", "streams" })
	void everyContextBeginsToCountAtOne(String protocol) {
		for (int i = 0; i < 3; i++) {
			try (ConfigurableApplicationContext context = run("counting-" + protocol, protocol)) {
				assertThat(count(context, "one", "two", "one")).containsExactly("one=1", "two=1", "one=2");
			}
		}
	}

	@Test
	void aContextThatGoesOnKeepsWhatItHasCountedUnlessAnotherOneHasUsedItsGroup() {
		try (ConfigurableApplicationContext context = run("paused", "classic")) {
			assertThat(count(context, "one")).containsExactly("one=1");
			context.stop();
			context.start();
			assertThat(count(context, "one")).containsExactly("one=2");
			context.stop();
			try (ConfigurableApplicationContext other = run("paused", "classic")) {
				assertThat(count(other, "one", "one")).containsExactly("one=1", "one=2");
			}
			context.start();
			assertThat(count(context, "one")).containsExactly("one=1");
		}
	}

	@Test
	void anInstanceThatJoinsOthersTakesNothingFromThem() {
		try (ConfigurableApplicationContext first = run("scaled", "classic")) {
			assertThat(count(first, "one")).containsExactly("one=1");
			try (ConfigurableApplicationContext second = run("scaled", "classic")) {
				assertThat(count(second, "one")).containsExactly("one=2");
			}
		}
	}

	@Test
	void everyBuildBeginsToCountAtOne() throws Exception {
		assertThat(countInAnotherJvm("first")).containsExactly("one=1", "one=2");
		assertThat(countInAnotherJvm("second")).containsExactly("one=1", "one=2");
		try (Stream<Path> left = Files.list(this.directory.resolve("tmp"))) {
			assertThat(left).noneMatch((file) -> file.getFileName().toString().startsWith("kafka"));
		}
	}

	private List<String> countInAnotherJvm(String name) throws IOException, InterruptedException {
		Path output = this.directory.resolve(name + ".log");
		Path temporary = Files.createDirectories(this.directory.resolve("tmp"));
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Djava.io.tmpdir=" + temporary, "-cp",
				System.getProperty("java.class.path"), InAnotherJvm.class.getName())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		try {
			assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readAllLines(output).stream().filter((line) -> line.matches("\\w+=\\d+")).toList();
	}

	private static ConfigurableApplicationContext run(String id, String protocol) {
		return new SpringApplicationBuilder(CountingApplication.class).web(WebApplicationType.NONE)
			.run("--spring.config.name=counting", "--kafka.test.codegen-topics=false",
					"--counting.words=" + id + ".words", "--counting.counts=" + id + ".counts",
					"--spring.kafka.streams.application-id=" + id, "--spring.kafka.streams.state-dir=/production/state",
					"--spring.kafka.streams.properties.group.protocol=" + protocol);
	}

	/**
	 * Send words of which each goes to the topic of counts before the next is sent.
	 */
	private static List<String> count(ConfigurableApplicationContext context, String... words) {
		TestRecords records = context.getBean(TestRecords.class);
		String topic = context.getEnvironment().getRequiredProperty("counting.words");
		String counts = context.getEnvironment().getRequiredProperty("counting.counts");
		int before = records.on(counts).seen().size();
		for (int i = 0; i < words.length; i++) {
			records.send(topic, words[i]);
			records.on(counts).awaitAll(before + i + 1, NO_STALL);
		}
		return records.on(counts)
			.seen()
			.stream()
			.skip(before)
			.map((record) -> text(record.record().key()) + "=" + text(record.record().value()))
			.toList();
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/**
	 * What another JVM runs.
	 */
	public static final class InAnotherJvm {

		private InAnotherJvm() {
		}

		/**
		 * Count, and tell the counts.
		 * @param args the command line
		 */
		public static void main(String[] args) {
			try (ConfigurableApplicationContext context = run("build", "classic")) {
				count(context, "one", "one").forEach(System.out::println);
			}
			System.exit(0);
		}

	}

}
