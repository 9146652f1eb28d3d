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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report: a row for each measure.
 */
final class Table {

	private final List<String> lines = new ArrayList<>(
			List.of("| measure | value | ratio | target |", "|---|---|---|---|"));

	void add(String measure, String value, String ratio, String target) {
		this.lines.add("| " + String.join(" | ", measure, value, ratio, target) + " |");
	}

	static String text(String format, Object... values) {
		return String.format(Locale.ROOT, format, values);
	}

	/**
	 * Print the report, and leave it in a file.
	 */
	void write(Path directory, String name, PrintStream out) throws IOException {
		String report = String.join("\n", this.lines) + "\n";
		Files.createDirectories(directory);
		Files.writeString(directory.resolve(name + "-jdk-" + Runtime.version().feature() + ".md"), report,
				StandardCharsets.UTF_8);
		out.print(report);
	}

}
