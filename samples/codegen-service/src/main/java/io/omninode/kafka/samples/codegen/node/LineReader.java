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

import io.omninode.kafka.samples.codegen.node.AnalysisResult.LineCounts;
import io.omninode.kafka.samples.codegen.node.ValidationResult.Violation;

/**
 * Reads lines and their indentation. What cannot be read is a violation, never an
 * exception.
 */
final class LineReader {

	private static final Pattern STRING_OR_COMMENT = Pattern.compile("#[^\n]*+|(?:(?<!\\w)[bfrtuBFRTU]{1,2})?"
			+ "(?:\"\"\"(?:[^\"\\\\]++|\\\\[\\s\\S]|\"(?!\"\"))*+\"\"\"|'''(?:[^'\\\\]++|\\\\[\\s\\S]|'(?!''))*+'''"
			+ "|\"(?:[^\"\\\\\n]++|\\\\[\\s\\S])*+\"|'(?:[^'\\\\\n]++|\\\\[\\s\\S])*+')");

	private final List<Line> lines = new ArrayList<>();

	private final List<Violation> problems = new ArrayList<>();

	private final Deque<Integer> indentation = new ArrayDeque<>(List.of(0));

	private final Deque<Character> brackets = new ArrayDeque<>();

	private final StringBuilder code = new StringBuilder();

	private int begin;

	LineCounts read(String text) {
		String masked = STRING_OR_COMMENT.matcher(text).replaceAll(LineReader::mask);
		List<String> all = masked.lines().toList();
		for (int i = 0; i < all.size(); i++) {
			read(all.get(i).replace("#", ""), i + 1);
		}
		add(all.size());
		if (!this.brackets.isEmpty()) {
			problem(Rule.UNBALANCED_BRACKET, this.begin, "<" + this.brackets.element() + "> is never closed");
		}
		int code = (int) all.stream().filter((line) -> !line.replace("#", "").isBlank()).count();
		int comments = (int) all.stream().filter((line) -> line.strip().equals("#")).count();
		return new LineCounts(all.size(), code, comments, all.size() - code - comments);
	}

	List<Line> lines() {
		return this.lines;
	}

	List<Violation> problems() {
		return this.problems;
	}

	/** An empty string on the last of its lines; the lines before it go on. */
	private static String mask(MatchResult found) {
		long lineEnds = found.group().chars().filter((c) -> c == '\n').count();
		return found.group().startsWith("#") ? "#" : Matcher.quoteReplacement("\\\n".repeat((int) lineEnds) + "\"\"");
	}

	private void read(String line, int number) {
		String content = line.strip();
		if (content.isEmpty()) {
			return;
		}
		if (this.code.isEmpty()) {
			this.begin = number;
			indent(line.substring(0, line.indexOf(content)));
		}
		if (content.replace("\"\"", "").matches(".*[\"'].*")) {
			problem(Rule.UNTERMINATED_STRING, number, "a string is never closed");
		}
		content.chars().forEach((character) -> bracket((char) character, number));
		boolean goesOn = content.endsWith("\\");
		this.code.append(content, 0, content.length() - (goesOn ? 1 : 0)).append(' ');
		if (this.brackets.isEmpty() && !goesOn) {
			add(number);
		}
	}

	private void indent(String space) {
		int width = space.chars().reduce(0, (column, c) -> (c == '\t') ? (column / 8 + 1) * 8 : column + 1);
		boolean deeper = width > this.indentation.element();
		boolean expected = !this.lines.isEmpty() && this.lines.get(this.lines.size() - 1).isHeader();
		while (width < this.indentation.element()) {
			this.indentation.pop();
		}
		if (width > this.indentation.element()) {
			this.indentation.push(width);
			if (!deeper) {
				problem(Rule.INCONSISTENT_DEDENT, this.begin, "no outer block is indented like this");
			}
			else if (!expected) {
				problem(Rule.UNEXPECTED_INDENTATION, this.begin, "no block begins here");
			}
		}
	}

	private void bracket(char bracket, int number) {
		if ("([{".indexOf(bracket) >= 0) {
			this.brackets.push(bracket);
		}
		else if (")]}".indexOf(bracket) >= 0) {
			Character open = this.brackets.poll();
			if (open == null || ")]}".indexOf(bracket) != "([{".indexOf(open)) {
				String fault = (open != null) ? "> does not close <" + open + ">" : "> closes nothing";
				problem(Rule.UNBALANCED_BRACKET, number, "<" + bracket + fault);
			}
		}
	}

	/** Cut at semicolons, and behind the colon of a header. */
	private void add(int end) {
		String text = this.code.toString().replaceAll("\\s+", " ").replaceAll("(?:\"\" ?)++", "\"\" ");
		this.code.setLength(0);
		int depth = this.indentation.size() - 1;
		boolean header = new Line(0, 0, 0, text.strip() + ":").isHeader();
		int nested = 0;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			nested += ("([{".indexOf(character) >= 0) ? 1 : (")]}".indexOf(character) >= 0) ? -1 : 0;
			boolean colon = header && character == ':' && nested <= 0 && endsHeader(text.substring(0, i + 1));
			header = header && !colon;
			if (colon || (character == ';' && nested <= 0) || i == text.length() - 1) {
				String part = text.substring(start, (character == ';') ? i : i + 1).strip();
				if (!part.isEmpty()) {
					this.lines.add(new Line(this.begin, end, depth, part));
				}
				depth += colon ? 1 : 0;
				start = i + 1;
			}
		}
	}

	private static boolean endsHeader(String text) {
		return new Line(0, 0, 0, text.strip()).isHeader() && !text.matches(".*\\blambda\\b[^:]*:");
	}

	private void problem(Rule rule, int line, String message) {
		this.problems.add(new Violation(rule, line, message));
	}

}
