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

package io.omninode.kafka.test.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM of its own, with the class path of this one.
 *
 * @param directory holds what it is started with, and its logs
 * @param options options of the JVM
 * @param main what it runs
 * @param arguments the arguments of that
 */
record JavaProcess(Path directory, List<String> options, Class<?> main, List<String> arguments) {

	/**
	 * Start it. It inherits the environment, without the variables that name a cluster
	 * for tests.
	 * @param variables further environment variables
	 */
	Process start(Map<String, String> variables) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command());
			builder.environment().remove("TEST_KAFKA_BOOTSTRAP_SERVERS");
			builder.environment().putAll(variables);
			builder.redirectOutput(log().toFile()).redirectError(errorLog().toFile());
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> command() throws IOException {
		Path classPath = this.directory.resolve("class-path.args");
		Files.writeString(classPath,
				"-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"" + System.lineSeparator());
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "@" + classPath));
		command.addAll(this.options);
		command.add(this.main.getName());
		command.addAll(this.arguments);
		return command;
	}

	private Path log() {
		return this.directory.resolve("output.log");
	}

	private Path errorLog() {
		return this.directory.resolve("errors.log");
	}

	/**
	 * Return what it has written to its standard output and, after that, to its standard
	 * error.
	 */
	String output() {
		return read(log()) + errors();
	}

	/**
	 * Return what it has written to its standard error.
	 */
	String errors() {
		return read(errorLog());
	}

	private static String read(Path log) {
		try {
			return Files.readString(log, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
