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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What came of running test classes in a JVM of their own, which has ended. Its exit code
 * is 0 where none of them failed.
 *
 * @param exitCode its exit code
 * @param output what it wrote
 * @param errors the part of that which went to its standard error
 * @param leftovers the names of the files in its temporary directory
 */
record CaseJvm(int exitCode, String output, String errors, List<String> leftovers) {

	/**
	 * Has the JVM run its test classes so many times, each time in a launcher of its own.
	 */
	static final String PLANS = "case.plans";

	private static final String MARK = "CASE ";

	static CaseJvm run(Path directory, List<String> options, Map<String, String> variables, Class<?>... cases) {
		try {
			Path temporary = Files.createDirectories(directory.resolve("tmp"));
			List<String> allOptions = new ArrayList<>(List.of("-Djava.io.tmpdir=" + temporary));
			allOptions.addAll(options);
			JavaProcess java = new JavaProcess(directory, allOptions, CaseJvm.class,
					Arrays.stream(cases).map(Class::getName).toList());
			int exitCode = await(java.start(variables), java);
			return new CaseJvm(exitCode, java.output(), java.errors(), names(temporary));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int await(Process process, JavaProcess java) {
		try {
			if (!process.waitFor(30, TimeUnit.MINUTES)) {
				throw new AssertionError("The JVM does not end:\n" + java.output());
			}
			return process.exitValue();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static List<String> names(Path directory) throws IOException {
		try (Stream<Path> files = Files.list(directory)) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

	/**
	 * What the JVM runs.
	 */
	public static void main(String[] args) throws Exception {
		List<Class<?>> cases = new ArrayList<>();
		for (String name : args) {
			cases.add(Class.forName(name));
		}
		boolean failed = false;
		for (int i = 0; i < Integer.getInteger(PLANS, 1); i++) {
			CaseRun run = CaseRun.of(cases.toArray(Class<?>[]::new));
			run.succeeded().forEach((name) -> tell("succeeded", name));
			run.skipped().forEach((name, reason) -> tell("skipped", name + ": " + reason));
			run.failed().forEach((name, throwable) -> tell("failed", name + ": " + throwable));
			failed |= !run.failed().isEmpty();
		}
		System.exit(failed ? 1 : 0);
	}

	/**
	 * Have the JVM that waits for this one know something.
	 */
	static void tell(String kind, Object what) {
		System.out.println(MARK + kind + " " + what);
	}

	/**
	 * Return what the JVM told of a kind.
	 */
	List<String> told(String kind) {
		String start = MARK + kind + " ";
		return this.output.lines()
			.filter((line) -> line.startsWith(start))
			.map((line) -> line.substring(start.length()))
			.toList();
	}

	/**
	 * Return what it wrote after its last test had ended.
	 */
	List<String> linesAfterTheTests() {
		return this.output.substring(this.output.lastIndexOf(MARK)).lines().toList();
	}

}
