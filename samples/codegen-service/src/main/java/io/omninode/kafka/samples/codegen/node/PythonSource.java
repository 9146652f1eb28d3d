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
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.event.NodeType;
import io.omninode.kafka.samples.codegen.node.AnalysisResult.LineCounts;
import io.omninode.kafka.samples.codegen.node.ValidationResult.Violation;
import org.jspecify.annotations.Nullable;

/**
 * The Python source of a node.
 *
 * @param lines its statements
 * @param problems what cannot be read
 * @param counts its lines by what stands on them
 * @param type the type of the node, where it is known
 */
public record PythonSource(List<Line> lines, List<Violation> problems, LineCounts counts, @Nullable NodeType type) {

	/**
	 * Read source.
	 * @param text the source, with any ends of lines
	 * @param type the type of the node; without one, the name of a class may tell it
	 * @return what it says
	 */
	public static PythonSource of(String text, @Nullable NodeType type) {
		LineReader reader = new LineReader();
		LineCounts counts = reader.read(text.replaceAll("\r\n?", "\n").replaceFirst("^\uFEFF", ""));
		NodeType known = (type != null) ? type
				: reader.lines()
					.stream()
					.filter(Line::isClass)
					.flatMap((line) -> Stream.of(NodeType.values()).filter((each) -> each.describes(line.name())))
					.findFirst()
					.orElse(null);
		return new PythonSource(reader.lines(), reader.problems(), counts, known);
	}

	/** The lines below the header of a block, at any depth. */
	List<Line> block(int header) {
		return this.lines.subList(header + 1, this.lines.size())
			.stream()
			.takeWhile((line) -> line.depth() > this.lines.get(header).depth())
			.toList();
	}

	static String quote(String code) {
		return "<" + shorten(code) + ">";
	}

	static String shorten(String code) {
		return (code.length() > 80) ? code.substring(0, 80) + "…" : code;
	}

}
