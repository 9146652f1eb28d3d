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

import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param rounds the number of rounds
 */
record Options(int rounds) {

	private static final int FEWEST_ROUNDS = 5;

	static Options parse(List<String> arguments) {
		int rounds = 7;
		Iterator<String> rest = arguments.iterator();
		while (rest.hasNext()) {
			switch (rest.next()) {
				case "--rounds" -> rounds = Integer.parseInt(rest.next());
				default -> throw new IllegalArgumentException("The option is --rounds <number>");
			}
		}
		if (rounds < FEWEST_ROUNDS) {
			throw new IllegalArgumentException("<" + rounds + "> rounds are too few: at least " + FEWEST_ROUNDS);
		}
		return new Options(rounds);
	}

}
