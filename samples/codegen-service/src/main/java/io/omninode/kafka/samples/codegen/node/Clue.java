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
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.omninode.kafka.samples.codegen.event.NodeType;

/**
 * One thing to look for in the source of a node.
 */
interface Clue {

	Optional<Evidence> find(PythonSource source);

	static Clue nodeType(double weight, NodeType type) {
		return (source) -> Optional.ofNullable(source.type()).filter(type::equals).map((found) -> {
			int line = source.lines().stream().filter(Line::isClass).findFirst().map(Line::number).orElse(1);
			return new Evidence(weight, line, "node type " + PythonSource.quote(type.id()));
		});
	}

	static Clue className(double weight, String names) {
		return code(weight, "class", 1, "^class (" + names + ")(?!\\w)");
	}

	static Clue function(double weight, int atLeast, String names) {
		return code(weight, "function", atLeast, "^(?:async )?def (" + names + ")(?!\\w)");
	}

	static Clue decorator(double weight, String names) {
		return code(weight, "decorator", 1, "^@((?:\\w++\\.)*+(?:" + names + "))(?!\\w)");
	}

	static Clue call(double weight, String names) {
		return code(weight, "call of", 1,
				"(?<!def )(?<!class )(?<!\\w)(?<!\\w\\.)((?:\\w++\\.){0,5}?(?:" + names + "))(?= ?\\()");
	}

	static Clue networkCall(double weight) {
		return call(weight, "(?:requests|httpx|aiohttp|urllib|socket|grpc|client|session|http)\\.\\w++|urlopen");
	}

	/** A return of something that names nothing outside of the function. */
	static Clue pureResult(double weight) {
		return code(weight, "statement", 1,
				"^(return (?!.*\\b(?:self|cls|super|await|open|now|time|random|requests|httpx|aiohttp|os)\\b).+)");
	}

	/** Look for what the first group matches, on as many lines as are needed. */
	static Clue code(double weight, String kind, int atLeast, String regex) {
		Pattern pattern = Pattern.compile("(?U)" + regex);
		return (source) -> {
			List<Evidence> found = source.lines()
				.stream()
				.flatMap((line) -> pattern.matcher(line.text())
					.results()
					.map((match) -> new Evidence(weight, line.number(), match.group(1))))
				.toList();
			String names = found.stream().map(Evidence::text).limit(atLeast).collect(Collectors.joining(", "));
			return (found.size() < atLeast) ? Optional.empty()
					: Optional.of(new Evidence(weight, found.get(0).line(), kind + " " + PythonSource.quote(names)));
		};
	}

	record Evidence(double weight, int line, String text) {
	}

}
