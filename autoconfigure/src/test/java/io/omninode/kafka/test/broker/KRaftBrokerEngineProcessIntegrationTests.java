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

package io.omninode.kafka.test.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KRaftBrokerEngine} in a JVM with a temporary directory of its own.
 */
@Tag(KafkaTags.KAFKA)
class KRaftBrokerEngineProcessIntegrationTests {

	@TempDir
	private Path directory;

	@Test
	void aBrokerThatWasClosedLeavesTheTemporaryDirectoryEmpty() throws Exception {
		assertThat(startIn(temporaryDirectory())).containsExactly("started");
		assertThat(temporaryDirectory()).isEmptyDirectory();
	}

	@ParameterizedTest
	@ValueSource(strings = { "num.io.threads=zero", "authorizer.class.name=com.example.Missing",
			"remote.log.storage.system.enable=true" })
	void aStartThatFailedLeavesTheTemporaryDirectoryEmpty(String property) throws Exception {
		assertThat(startIn(temporaryDirectory(), property).get(0))
			.startsWith("The embedded Kafka broker did not start: ");
		assertThat(temporaryDirectory()).isEmptyDirectory();
	}

	@Test
	void whenTheTemporaryDirectoryIsNoneTheMessageSaysSo() throws Exception {
		Path file = Files.createFile(this.directory.resolve("file"));
		List<String> lines = startIn(file);
		assertThat(lines.get(0)).matches("No directory could be created in <\\Q" + file
				+ "\\E>: java\\.nio\\.file\\.FileSystemException: \\Q" + file + "\\E/kafka-test-\\d+: Not a directory");
		assertThat(lines.get(1))
			.isEqualTo("Free some space there, make it writable, or set -Djava.io.tmpdir to another directory.");
	}

	@Test
	void whenTheTemporaryDirectoryIsMissingTheMessageNamesIt() throws Exception {
		Path missing = this.directory.resolve("missing");
		assertThat(startIn(missing).get(0)).startsWith("No directory could be created in <" + missing + ">: ");
	}

	private Path temporaryDirectory() throws IOException {
		return Files.createDirectories(this.directory.resolve("tmp"));
	}

	private List<String> startIn(Path temporaryDirectory, String... properties) throws Exception {
		Path output = this.directory.resolve("output");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData",
						"-Djava.io.tmpdir=" + temporaryDirectory, "-cp", System.getProperty("java.class.path"),
						Starter.class.getName(), output.toString()));
		command.addAll(Arrays.asList(properties));
		Path log = this.directory.resolve("log");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		try {
			assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the process ends by itself").isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).as(Files.readString(log)).isZero();
		return Files.readAllLines(output);
	}

	/**
	 * Starts and closes a broker, and writes down what came of it. It does not end the
	 * JVM: a thread that is left keeps it running.
	 */
	public static final class Starter {

		private Starter() {
		}

		public static void main(String[] args) throws IOException {
			((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
			Map<String, String> properties = (args.length > 1) ? Map.of(args[1].split("=")[0], args[1].split("=")[1])
					: Map.of();
			Files.write(Path.of(args[0]), outcome(new BrokerSpecification(1, properties)));
		}

		private static List<String> outcome(BrokerSpecification specification) {
			try (RunningBroker broker = BrokerEngine.kraft().start(specification)) {
				broker.awaitStarted();
				return List.of("started");
			}
			catch (BrokerStartException ex) {
				return List.of(ex.getMessage().lines().findFirst().orElse(""), ex.remedy());
			}
		}

	}

}
