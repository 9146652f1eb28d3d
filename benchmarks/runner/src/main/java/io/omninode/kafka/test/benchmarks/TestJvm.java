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

package io.omninode.kafka.test.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM that runs a suite of tests. It is started by a shell, which knows the processor
 * time of a process that has ended; Java does not.
 *
 * @param directory where it runs, and what it writes stays
 * @param classPath its class path
 * @param options its options
 */
record TestJvm(Path directory, ClassPath classPath, List<String> options) {

	private static final String SCRIPT = "TIMEFORMAT='%U %S'; time \"$@\" >output.log 2>&1";

	/**
	 * By name: its class needs JUnit's launcher, which only the JVM of the tests has.
	 */
	private static final String PROBE = TestJvm.class.getPackageName() + ".Probe";

	private static final Duration LIMIT = Duration.ofMinutes(3);

	Run run(Suite suite) {
		try {
			Files.createDirectories(this.directory);
			return measure(command(suite));
		}
		catch (IOException ex) {
			throw new BenchmarkException("Cannot run " + suite + " in " + this.directory, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new BenchmarkException("Interrupted in " + this.directory, ex);
		}
	}

	private Run measure(List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectError(file("cpu.txt").toFile());
		builder.environment()
			.keySet()
			.removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "TEST_KAFKA_BOOTSTRAP_SERVERS"));
		Instant started = Instant.now();
		Process process = builder.start();
		await(process);
		Instant ended = Instant.now();
		return new Run(started, ended, cpu(), marks(), Files.readAllLines(file("output.log")));
	}

	private void await(Process process) throws InterruptedException {
		if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			throw new BenchmarkException("Not over after " + LIMIT + ": see " + file("output.log"));
		}
		if (process.exitValue() != 0) {
			throw new BenchmarkException("Ended with " + process.exitValue() + ": see " + file("output.log"));
		}
	}

	private List<String> command(Suite suite) {
		List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.options);
		command.addAll(List.of("-cp", this.classPath.value(), PROBE, "marks.txt"));
		command.addAll(suite.classes());
		return command;
	}

	private Duration cpu() throws IOException {
		double seconds = 0;
		for (String part : Files.readString(file("cpu.txt")).strip().split(" ")) {
			seconds += Double.parseDouble(part.replace(',', '.'));
		}
		return Duration.ofMillis(Math.round(seconds * 1000));
	}

	private List<Mark> marks() throws IOException {
		return Files.readAllLines(file("marks.txt")).stream().map(Mark::parse).toList();
	}

	private Path file(String name) {
		return this.directory.resolve(name);
	}

}
