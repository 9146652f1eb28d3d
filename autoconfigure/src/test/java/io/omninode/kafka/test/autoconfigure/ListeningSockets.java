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
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The server sockets of this process, as Linux tells them.
 */
final class ListeningSockets {

	private static final Path SELF = Path.of("/proc/self");

	private static final String LISTEN = "0A";

	private static final Set<String> LOOPBACK = Set.of("0100007F", "0000000000000000FFFF00000100007F",
			"00000000000000000000000001000000");

	private ListeningSockets() {
	}

	/**
	 * Return the address of each: {@code loopback} or, in hexadecimal, another one.
	 */
	static List<String> addresses() throws IOException {
		Set<String> own = own();
		List<String> addresses = new ArrayList<>();
		for (String table : List.of("net/tcp", "net/tcp6")) {
			for (String line : Files.readAllLines(SELF.resolve(table))) {
				String[] fields = line.trim().split("\\s+");
				if (fields[3].equals(LISTEN) && own.contains("socket:[" + fields[9] + "]")) {
					String address = fields[1].substring(0, fields[1].indexOf(':'));
					addresses.add(LOOPBACK.contains(address) ? "loopback" : address);
				}
			}
		}
		return addresses;
	}

	private static Set<String> own() throws IOException {
		Set<String> targets = new HashSet<>();
		try (Stream<Path> descriptors = Files.list(SELF.resolve("fd"))) {
			for (Path descriptor : descriptors.toList()) {
				addTarget(descriptor, targets);
			}
		}
		return targets;
	}

	private static void addTarget(Path descriptor, Set<String> targets) throws IOException {
		try {
			targets.add(Files.readSymbolicLink(descriptor).toString());
		}
		catch (NoSuchFileException ex) {
			// The descriptor that the list itself was read with.
		}
	}

}
