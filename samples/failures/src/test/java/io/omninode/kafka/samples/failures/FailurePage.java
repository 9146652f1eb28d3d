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

package io.omninode.kafka.samples.failures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.omninode.kafka.test.diagnosis.Cause;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the documentation that shows what failed waits tell. Each test verifies the
 * sections that are its own; {@code -Dfailures.write=true} has it write them instead. The
 * sections stand in the order of the causes, those of one cause by title.
 */
final class FailurePage {

	private static final Path PATH = Path.of("../../docs/failures.md");

	private static final boolean IS_WRITTEN = Boolean.getBoolean("failures.write");

	private static final String HEADING = "\n## ";

	private FailurePage() {
	}

	/**
	 * Verify a section.
	 * @param cause the cause that it shows
	 * @param title what the service does wrong: a sentence
	 * @param text what the failed wait tells
	 */
	static synchronized void verify(Cause cause, String title, String text) {
		Section section = new Section(cause, title);
		String shown = "\n```text\n" + Placeholders.in(text).strip() + "\n```\n";
		if (IS_WRITTEN) {
			write(section, shown);
		}
		assertThat(sections().get(section)).as("<%s> of docs/failures.md; -Dfailures.write=true writes it", section)
			.isEqualTo(shown);
	}

	/**
	 * Return the sections of the page as they stand there.
	 */
	static List<Section> list() {
		return parts().stream().map(Part::section).toList();
	}

	static String introduction() {
		String page = read();
		int end = page.indexOf(HEADING);
		return (end >= 0) ? page.substring(0, end) : page;
	}

	private static Map<Section, String> sections() {
		Map<Section, String> sections = new TreeMap<>();
		parts().forEach((part) -> sections.put(part.section(), part.text()));
		return sections;
	}

	private static List<Part> parts() {
		String[] parts = read().split("(?m)^## ");
		return Arrays.stream(parts).skip(1).map(Part::of).toList();
	}

	private static void write(Section section, String text) {
		Map<Section, String> sections = sections();
		sections.put(section, text);
		StringBuilder page = new StringBuilder(introduction());
		sections.forEach((key, value) -> page.append(HEADING).append(key).append('\n').append(value));
		try {
			Files.writeString(PATH, page);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read() {
		try {
			return Files.readString(PATH);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A section: its heading.
	 *
	 * @param cause the cause that it shows
	 * @param title what the service does wrong
	 */
	record Section(Cause cause, String title) implements Comparable<Section> {

		private static final Comparator<Section> ORDER = Comparator.comparing(Section::cause)
			.thenComparing(Section::title);

		static Section of(String heading) {
			int end = heading.indexOf("`: ");
			return new Section(Cause.valueOf(heading.substring(1, end)), heading.substring(end + 3));
		}

		@Override
		public int compareTo(Section other) {
			return ORDER.compare(this, other);
		}

		@Override
		public String toString() {
			return "`" + this.cause + "`: " + this.title;
		}

	}

	private record Part(Section section, String text) {

		static Part of(String part) {
			int end = part.indexOf('\n');
			return new Part(Section.of(part.substring(0, end)), part.substring(end + 1).stripTrailing() + "\n");
		}

	}

}
