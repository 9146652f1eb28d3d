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

package io.omninode.kafka.samples.codegen.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.omninode.kafka.samples.codegen.node.NodeSource;
import io.omninode.kafka.samples.codegen.node.NodeType;
import io.omninode.kafka.samples.codegen.source.ClassDefinition;
import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.FunctionDefinition;

/**
 * Clues in how things are named and declared.
 */
public final class NameClues {

	private NameClues() {
	}

	/**
	 * Look at the type of the node.
	 * @param weight the weight of the evidence
	 * @param type the type to look for
	 * @return the clue
	 */
	public static Clue nodeType(double weight, NodeType type) {
		return (node) -> Optional.ofNullable(node.type())
			.filter(type::equals)
			.map((found) -> new Evidence(weight, firstClassLine(node), "node type <" + found.id() + ">"));
	}

	/**
	 * Look for a class by the end of its name.
	 * @param weight the weight of the evidence
	 * @param suffix what the name ends with
	 * @return the clue
	 */
	public static Clue classNamed(double weight, String suffix) {
		return firstClass(weight, (candidate) -> candidate.name().endsWith(suffix));
	}

	/**
	 * Look for a class that inherits another one.
	 * @param weight the weight of the evidence
	 * @param base the name of the other class
	 * @return the clue
	 */
	public static Clue classInheriting(double weight, String base) {
		return firstClass(weight, (candidate) -> candidate.inherits(base));
	}

	/**
	 * Look for methods that stand together.
	 * @param weight the weight of the evidence
	 * @param names the names of the methods, all of which are needed
	 * @return the clue
	 */
	public static Clue methods(double weight, String... names) {
		return (node) -> {
			List<FunctionDefinition> found = methods(node, (method) -> List.of(names).contains(method.name()));
			long different = found.stream().map(FunctionDefinition::name).distinct().count();
			return first(weight, (different == names.length) ? found : List.of());
		};
	}

	/**
	 * Look for several methods of one kind.
	 * @param weight the weight of the evidence
	 * @param atLeast how many there have to be
	 * @param pattern a regular expression for their names
	 * @return the clue
	 */
	public static Clue methodsLike(double weight, int atLeast, String pattern) {
		return (node) -> {
			List<FunctionDefinition> found = methods(node, (method) -> method.name().matches(pattern));
			return first(weight, (found.size() >= atLeast) ? found : List.of());
		};
	}

	/**
	 * Look for a function or method by its name.
	 * @param weight the weight of the evidence
	 * @param pattern a regular expression for its name
	 * @return the clue
	 */
	public static Clue functionLike(double weight, String pattern) {
		return (node) -> first(weight,
				node.python().functions().stream().filter((function) -> function.name().matches(pattern)).toList());
	}

	/**
	 * Look for a decorator of a function or method.
	 * @param weight the weight of the evidence
	 * @param pattern a regular expression for its name without module
	 * @return the clue
	 */
	public static Clue decorator(double weight, String pattern) {
		return (node) -> node.python()
			.functions()
			.stream()
			.flatMap((function) -> function.decorators()
				.stream()
				.filter((name) -> name.substring(name.lastIndexOf('.') + 1).matches(pattern))
				.map((name) -> new Evidence(weight, function.line(), "decorator <" + Excerpt.of(name) + ">")))
			.findFirst();
	}

	private static Clue firstClass(double weight, Predicate<ClassDefinition> wanted) {
		return (node) -> node.python()
			.classes()
			.stream()
			.filter(wanted)
			.findFirst()
			.map((found) -> new Evidence(weight, found.line(), "class <" + Excerpt.of(found.name()) + ">"));
	}

	private static List<FunctionDefinition> methods(NodeSource node, Predicate<FunctionDefinition> wanted) {
		return node.python().functions().stream().filter(FunctionDefinition::isMethod).filter(wanted).toList();
	}

	private static Optional<Evidence> first(double weight, List<FunctionDefinition> found) {
		return found.stream().findFirst().map((function) -> new Evidence(weight, function.line(), names(found)));
	}

	private static String names(List<FunctionDefinition> functions) {
		List<String> names = functions.stream().map(FunctionDefinition::name).distinct().limit(5).toList();
		return "function <" + Excerpt.of(String.join(", ", names)) + ">";
	}

	private static int firstClassLine(NodeSource node) {
		return node.python().classes().stream().findFirst().map(ClassDefinition::line).orElse(1);
	}

}
