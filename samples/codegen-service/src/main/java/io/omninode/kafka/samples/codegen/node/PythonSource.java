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

package io.omninode.kafka.samples.codegen.node;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.event.NodeType;
import org.jspecify.annotations.Nullable;

/**
 * The Python source of a node.
 *
 * @param text its lines; strings are empty, and comments are sharps
 * @param lines its statements
 * @param problems what cannot be read
 * @param type the type of the node, where it is known
 */
public record PythonSource(List<String> text, List<Line> lines, List<Violation> problems, @Nullable NodeType type) {

	/**
	 * Read source.
	 * @param text the source, with any ends of lines
	 * @param type the type of the node; without one, the name of a class may tell it
	 * @return what it says
	 */
	public static PythonSource of(String text, @Nullable NodeType type) {
		List<String> masked = LineReader.mask(text.replaceAll("\r\n?", "\n")).lines().toList();
		LineReader reader = new LineReader(masked);
		return new PythonSource(masked, reader.lines, reader.problems, (type != null) ? type : type(reader.lines));
	}

	private static @Nullable NodeType type(List<Line> lines) {
		return lines.stream()
			.filter(Line::isClass)
			.flatMap((line) -> Stream.of(NodeType.values()).filter((type) -> type.describes(line.name())))
			.findFirst()
			.orElse(null);
	}

	List<Line> classes() {
		return this.lines.stream().filter(Line::isClass).toList();
	}

	static String quote(String code) {
		return "<" + ((code.length() > 80) ? code.substring(0, 80) + "…" : code) + ">";
	}

	/**
	 * A statement, or the header of a block: strings are empty, comments are gone.
	 *
	 * @param number the line it begins on, from 1
	 * @param depth the number of blocks around it
	 * @param text the code, such as {@code raise ValueError("")}
	 */
	public record Line(int number, int depth, String text) {

		private static final Pattern HEADER = Pattern.compile(
				"(?:async )?(?:class|def|elif|else|except|finally|for|if|try|while|with)\\b|(?:match|case) [^=].*:");

		private static final Pattern DEFINITION = Pattern.compile("(?U)(?:class|(?:async )?def) (\\w++)");

		static boolean isHeader(CharSequence text) {
			return HEADER.matcher(text).lookingAt();
		}

		boolean isClass() {
			return this.text.startsWith("class ") && !name().isEmpty();
		}

		boolean isFunction() {
			return !this.text.startsWith("class ") && !name().isEmpty();
		}

		/** The name of the class or function that begins here, or nothing. */
		String name() {
			Matcher matcher = DEFINITION.matcher(this.text);
			return matcher.lookingAt() ? matcher.group(1) : "";
		}

	}

}
