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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.boot.SpringApplication;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * What this JVM holds at a moment: threads, open files and sockets, files in the
 * temporary directory, actions for its end. It has to run with
 * {@code --add-opens java.base/java.lang=ALL-UNNAMED}, on Linux.
 *
 * @param counts how many there are of each
 */
record Holdings(Map<String, Integer> counts) {

	static Holdings now() {
		Map<String, Integer> counts = new TreeMap<>();
		Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> !isOfTimerOfBroker(name))
			.forEach((name) -> add(counts, "thread " + name));
		list(Path.of("/proc/self/fd")).map(Holdings::target)
			.filter((target) -> !isOfClassPath(target))
			.forEach((target) -> add(counts, "descriptor " + target.replaceFirst("^(\\w+):\\[.*]$", "$1")));
		list(Path.of(System.getProperty("java.io.tmpdir"))).forEach((file) -> add(counts, "file " + file));
		Object hook = ReflectionTestUtils.getField(SpringApplication.class, "shutdownHook");
		counts.put("contexts of Boot's shutdown hook", size(hook, "contexts"));
		counts.put("actions of Boot's shutdown hook", size(ReflectionTestUtils.getField(hook, "handlers"), "actions"));
		counts.put("shutdown hooks of the JVM", shutdownHooks());
		return new Holdings(counts);
	}

	/**
	 * A timer of the broker, which serves all contexts, has this thread from the moment
	 * it first goes off: after five minutes for the one of the share coordinator.
	 */
	private static boolean isOfTimerOfBroker(String thread) {
		return thread.startsWith("executor-");
	}

	private static void add(Map<String, Integer> counts, String what) {
		counts.merge(what, 1, Integer::sum);
	}

	private static Stream<Path> list(Path directory) {
		try (Stream<Path> files = Files.list(directory)) {
			return files.toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String target(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString();
		}
		catch (IOException ex) {
			// The one that the list itself was read with.
			return "/proc";
		}
	}

	/**
	 * The JVM opens these when it first loads a class of them.
	 */
	private static boolean isOfClassPath(String target) {
		return target.endsWith(".jar") || target.startsWith("/proc");
	}

	private static int size(Object owner, String collection) {
		return ((Collection<?>) ReflectionTestUtils.getField(owner, collection)).size();
	}

	private static int shutdownHooks() {
		try {
			return ((Map<?, ?>) ReflectionTestUtils.getField(Class.forName("java.lang.ApplicationShutdownHooks"),
					"hooks"))
				.size();
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return what there is more of than there was.
	 */
	List<String> since(Holdings before) {
		return this.counts.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() > before.counts.getOrDefault(entry.getKey(), 0))
			.map((entry) -> entry.getKey() + ": " + before.counts.getOrDefault(entry.getKey(), 0) + " -> "
					+ entry.getValue())
			.toList();
	}

}
