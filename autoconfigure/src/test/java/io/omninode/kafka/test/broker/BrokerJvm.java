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

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A JVM of its own that has something to do with embedded brokers. What it runs gets the
 * path of a file as its first argument, and writes down there what came of it.
 *
 * @param directory holds what it writes, besides its temporary directory
 * @param temporaryDirectory its temporary directory
 * @param options options of the JVM
 * @param jars changes the class path of this JVM, entry by entry: what is empty is left
 * out
 */
record BrokerJvm(Path directory, Path temporaryDirectory, List<String> options, UnaryOperator<String> jars) {

	Process start(Class<?> main, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:-UsePerfData",
						"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Djava.io.tmpdir=" + this.temporaryDirectory,
						"-cp", classPath()));
		command.addAll(this.options);
		command.addAll(List.of(main.getName(), output().toString()));
		command.addAll(Arrays.asList(arguments));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("log").toFile())
			.start();
	}

	private String classPath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(this.jars)
			.filter((entry) -> !entry.isEmpty())
			.collect(Collectors.joining(File.pathSeparator));
	}

	Path output() {
		return this.directory.resolve("output");
	}

	String log() throws IOException {
		return Files.readString(this.directory.resolve("log"));
	}

}
