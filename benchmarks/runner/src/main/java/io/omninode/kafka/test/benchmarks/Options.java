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

import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What the command line says.
 *
 * @param rounds the number of rounds
 * @param suites the suites that are run
 */
record Options(int rounds, Set<Suite> suites) {

	private static final int FEWEST_ROUNDS = 5;

	static Options parse(List<String> arguments) {
		int rounds = 7;
		Set<Suite> suites = EnumSet.allOf(Suite.class);
		Iterator<String> rest = arguments.iterator();
		while (rest.hasNext()) {
			switch (rest.next()) {
				case "--rounds" -> rounds = Integer.parseInt(rest.next());
				case "--suite" -> suites = EnumSet.of(Suite.named(rest.next()));
				default -> throw new IllegalArgumentException("The options are --rounds <number>, --suite <name>");
			}
		}
		if (rounds < FEWEST_ROUNDS) {
			throw new IllegalArgumentException("<" + rounds + "> rounds are too few: at least " + FEWEST_ROUNDS);
		}
		return new Options(rounds, suites);
	}

	boolean runs(Suite suite) {
		return this.suites.contains(suite);
	}

}
