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

import java.io.Closeable;
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
import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for {@link KRaftBrokerEngine} in a JVM with a temporary directory of its own.
 */
@Tag(KafkaTags.KAFKA)
@Order(1)
@OnOneJdk
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
		assertThat(lines.get(0)).matches(
				"No directory could be created in <\\Q" + file + "\\E>: java\\.nio\\.file\\.FileSystemException: \\Q"
						+ file + "\\E/kafka-test-[\\d-]+: Not a directory");
		assertThat(lines.get(1))
			.isEqualTo("Free some space there, make it writable, or set -Djava.io.tmpdir to another directory.");
	}

	@Test
	void whenTheTemporaryDirectoryIsMissingTheMessageNamesIt() throws Exception {
		Path missing = this.directory.resolve("missing");
		assertThat(startIn(missing).get(0)).startsWith("No directory could be created in <" + missing + ">: ");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenTheTemporaryDirectoryIsReadOnlyTheMessageNamesIt() throws Exception {
		List<String> lines = startIn(Path.of("/sys"));
		assertThat(lines.get(0)).startsWith("No directory could be created in </sys>: ");
		assertThat(lines.get(1))
			.isEqualTo("Free some space there, make it writable, or set -Djava.io.tmpdir to another directory.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 1024 })
	@EnabledOnOs(OS.LINUX)
	void whenFilesCannotGrowTheStartFailsAndLeavesTheTemporaryDirectoryEmpty(int blocks) throws Exception {
		List<String> lines = run(List.of("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh"),
				temporaryDirectory(), Starter.class);
		assertThat(lines)
			.containsExactly("The embedded Kafka broker did not start: java.io.IOException: File too large", space());
		assertThat(temporaryDirectory()).isEmptyDirectory();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenTheDiskIsFullTheStartFailsAndLeavesTheTemporaryDirectoryEmpty() throws Exception {
		Path left = this.directory.resolve("left");
		List<String> small = List.of("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=16k tmpfs '"
				+ temporaryDirectory() + "' && \"$@\" && ls -A '" + temporaryDirectory() + "' > '" + left + "'", "sh");
		assumeThat(canRun(small, "true")).as("a file system of its own can be mounted").isTrue();
		assertThat(run(small, temporaryDirectory(), Starter.class)).satisfiesExactly(
				(line) -> assertThat(line).startsWith("The embedded Kafka broker did not start: "),
				(line) -> assertThat(line).isEqualTo(space()));
		assertThat(left).isEmptyFile();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenNoPortCanBeOpenedTheStartFailsAndTheNextSucceeds() throws Exception {
		List<String> lines = run(List.of("sh", "-c", "ulimit -n 400 && exec \"$@\"", "sh"), temporaryDirectory(),
				ExhaustedStarter.class);
		assertThat(lines).containsExactly("started",
				"No port of the loopback interface could be opened: Too many open files",
				"Check the limits on ports and open files of this machine (ulimit -n), "
						+ "or name a cluster with kafka.test.bootstrap-servers.",
				"started");
		assertThat(temporaryDirectory()).isEmptyDirectory();
	}

	private String space() throws IOException {
		return "Check the free space in <" + temporaryDirectory() + ">, and the limit on the size of files "
				+ "(ulimit -f), or set -Djava.io.tmpdir to another directory.";
	}

	private static boolean canRun(List<String> prefix, String command) throws InterruptedException {
		List<String> words = new ArrayList<>(prefix);
		words.add(command);
		try {
			return new ProcessBuilder(words).redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Path temporaryDirectory() throws IOException {
		return Files.createDirectories(this.directory.resolve("tmp"));
	}

	private List<String> startIn(Path temporaryDirectory, String... properties) throws Exception {
		return run(List.of(), temporaryDirectory, Starter.class, properties);
	}

	private List<String> run(List<String> prefix, Path temporaryDirectory, Class<?> main, String... properties)
			throws Exception {
		Path output = this.directory.resolve("output");
		List<String> command = new ArrayList<>(prefix);
		command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData",
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + temporaryDirectory, "-cp",
				System.getProperty("java.class.path"), main.getName(), output.toString()));
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

		static List<String> outcome(BrokerSpecification specification) {
			try (RunningBroker broker = BrokerEngine.kraft().start(specification)) {
				broker.awaitStarted();
				return List.of("started");
			}
			catch (BrokerStartException ex) {
				return List.of(ex.getMessage().lines().findFirst().orElse(""), ex.remedy());
			}
		}

	}

	/**
	 * Starts a broker before, while, and after this JVM may open no more files.
	 */
	public static final class ExhaustedStarter {

		private ExhaustedStarter() {
		}

		public static void main(String[] args) throws IOException {
			((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
			BrokerSpecification specification = new BrokerSpecification(1, Map.of());
			List<String> lines = new ArrayList<>(Starter.outcome(specification));
			List<Closeable> files = new ArrayList<>();
			try {
				openAll(files);
				lines.addAll(Starter.outcome(specification));
			}
			finally {
				for (Closeable file : files) {
					file.close();
				}
			}
			lines.addAll(Starter.outcome(specification));
			Files.write(Path.of(args[0]), lines);
		}

		private static void openAll(List<Closeable> files) {
			try {
				while (true) {
					files.add(Files.newInputStream(Path.of("/dev/null")));
				}
			}
			catch (IOException ex) {
				// No more can be opened.
			}
		}

	}

}
