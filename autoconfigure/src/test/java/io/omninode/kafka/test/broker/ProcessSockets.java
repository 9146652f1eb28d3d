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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sockets on which this JVM listens, as Linux shows them.
 */
final class ProcessSockets {

	private static final String LISTEN = "0A";

	private ProcessSockets() {
	}

	/**
	 * Return the local addresses, {@code address:port} in Linux's hexadecimal form.
	 */
	static Set<String> listening() throws IOException {
		Set<String> inodes = inodes();
		Set<String> addresses = new TreeSet<>();
		for (String table : new String[] { "/proc/self/net/tcp", "/proc/self/net/tcp6" }) {
			if (Files.exists(Path.of(table))) {
				for (String line : Files.readAllLines(Path.of(table))) {
					String[] columns = line.trim().split("\\s+");
					if (columns[3].equals(LISTEN) && inodes.contains(columns[9])) {
						addresses.add(columns[1]);
					}
				}
			}
		}
		return addresses;
	}

	private static Set<String> inodes() throws IOException {
		try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
			return descriptors.map(ProcessSockets::target)
				.filter((target) -> target.startsWith("socket:["))
				.map((target) -> target.substring("socket:[".length(), target.length() - 1))
				.collect(Collectors.toSet());
		}
	}

	private static String target(Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).toString();
		}
		catch (IOException ex) {
			// Closed in the meantime.
			return "";
		}
	}

}
