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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.omninode.kafka.samples.codegen.node.PythonSource.Line;
import io.omninode.kafka.samples.codegen.node.Violation.Rule;

/**
 * Reads lines and their indentation. What cannot be read is a violation, never an
 * exception.
 */
final class LineReader {

	private static final Pattern STRING_OR_COMMENT = Pattern.compile("#[^\n]*+|(?:(?<!\\w)[bfrtuBFRTU]{1,2})?"
			+ "(?:\"\"\"(?:[^\"\\\\]++|\\\\[\\s\\S]|\"(?!\"\"))*+\"\"\"|'''(?:[^'\\\\]++|\\\\[\\s\\S]|'(?!''))*+'''"
			+ "|\"(?:[^\"\\\\\n]++|\\\\[\\s\\S])*+\"|'(?:[^'\\\\\n]++|\\\\[\\s\\S])*+')");

	final List<Line> lines = new ArrayList<>();

	final List<Violation> problems = new ArrayList<>();

	private final Deque<Integer> indentation = new ArrayDeque<>(List.of(0));

	private final StringBuilder statement = new StringBuilder();

	private int begin;

	private int openBrackets;

	/** Where the header of a block ends in the statement, or 0. */
	private int colon;

	LineReader(List<String> lines) {
		for (int i = 0; i < lines.size(); i++) {
			read(lines.get(i).replace("#", ""), i + 1);
		}
		if (this.openBrackets > 0) {
			problem(Rule.UNBALANCED_BRACKET, this.begin, "a bracket is never closed");
		}
		endStatement();
	}

	/** A comment becomes a sharp; a string is empty, and its lines are continued. */
	static String mask(String text) {
		return STRING_OR_COMMENT.matcher(text).replaceAll(LineReader::mask);
	}

	private static String mask(MatchResult found) {
		long lineEnds = found.group().chars().filter((c) -> c == '\n').count();
		return found.group().startsWith("#") ? "#" : Matcher.quoteReplacement("\\\n".repeat((int) lineEnds) + "\"\"");
	}

	private void read(String line, int number) {
		String content = line.strip();
		if (content.isEmpty()) {
			return;
		}
		if (this.statement.isEmpty()) {
			this.begin = number;
			indent(line.substring(0, line.indexOf(content)).replace("\t", " ".repeat(8)).length());
		}
		if (content.replace("\"\"", "").matches(".*[\"'].*")) {
			problem(Rule.UNTERMINATED_STRING, number, "a string is never closed");
		}
		boolean continued = content.endsWith("\\");
		String code = continued ? content.substring(0, content.length() - 1) : content;
		code.chars().forEach((character) -> append((char) character, number));
		this.statement.append(' ');
		if (this.openBrackets == 0 && !continued) {
			endStatement();
		}
	}

	private void indent(int width) {
		boolean expected = !this.lines.isEmpty() && Line.isHeader(this.lines.get(this.lines.size() - 1).text());
		while (width < this.indentation.element()) {
			this.indentation.pop();
			expected = false;
		}
		if (width > this.indentation.element()) {
			this.indentation.push(width);
			if (!expected) {
				problem(Rule.UNEXPECTED_INDENTATION, this.begin, "no block is indented like this");
			}
		}
	}

	private void append(char character, int number) {
		this.statement.append(character);
		this.openBrackets += ("([{".indexOf(character) >= 0) ? 1 : (")]}".indexOf(character) >= 0) ? -1 : 0;
		if (this.openBrackets < 0) {
			problem(Rule.UNBALANCED_BRACKET, number, "<" + character + "> closes nothing");
			this.openBrackets = 0;
		}
		if (character == ':' && this.openBrackets == 0 && this.colon == 0 && Line.isHeader(this.statement)) {
			this.colon = this.statement.length();
		}
	}

	/** A block may follow its header on the same line. */
	private void endStatement() {
		int depth = this.indentation.size() - 1;
		for (String part : List.of(this.statement.substring(0, this.colon), this.statement.substring(this.colon))) {
			if (!part.isBlank()) {
				this.lines.add(new Line(this.begin, depth++, part.strip().replaceAll("\\s+", " ")));
			}
		}
		this.statement.setLength(0);
		this.colon = 0;
	}

	private void problem(Rule rule, int line, String message) {
		this.problems.add(new Violation(rule, line, message));
	}

}
