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

package io.omninode.kafka.test.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A flow as a table of text.
 *
 * @param hops the records
 * @param maximum how many of them are shown
 */
record Timeline(List<Hop> hops, int maximum) {

	private static final int MAX_KEY = 40;

	private static final List<String> HEAD = List.of("time", "gap", "kind", "record", "key", "size", "committed by");

	String text(String title) {
		return title + lines().stream().map((line) -> "\n  " + line).collect(Collectors.joining()) + "\n";
	}

	/**
	 * Return the lines of the table, none if there is no record.
	 */
	List<String> lines() {
		if (this.hops.isEmpty()) {
			return List.of();
		}
		List<Hop> shown = this.hops.subList(0, Math.min(this.maximum, this.hops.size()));
		List<List<String>> rows = new ArrayList<>();
		rows.add(HEAD);
		ConsumersOfHops consumers = ConsumersOfHops.of(shown);
		shown.forEach((hop) -> rows.add(row(hop, consumers)));
		List<String> lines = aligned(rows);
		if (this.hops.size() > shown.size()) {
			lines.add("… and " + (this.hops.size() - shown.size()) + " more");
		}
		return lines;
	}

	private static List<String> row(Hop hop, ConsumersOfHops consumers) {
		return List.of(hop.elapsed().toMillis() + "ms", "+" + hop.gap().toMillis() + "ms", hop.kind().name(),
				hop.toString(), key(hop), hop.size() + "B", consumers.text(hop));
	}

	@SuppressWarnings("NullAway")
	private static String key(Hop hop) {
		byte[] key = hop.record().key();
		return (key != null) ? "<" + hop.masking().excerpt(key, MAX_KEY) + ">" : "-";
	}

	private static List<String> aligned(List<List<String>> rows) {
		int[] widths = IntStream.range(0, HEAD.size())
			.map((column) -> rows.stream().mapToInt((row) -> row.get(column).length()).max().orElse(0))
			.toArray();
		return rows.stream().map((row) -> line(row, widths)).collect(Collectors.toCollection(ArrayList::new));
	}

	private static String line(List<String> row, int[] widths) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < row.size(); i++) {
			line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
		}
		return line.toString().stripTrailing();
	}

}
