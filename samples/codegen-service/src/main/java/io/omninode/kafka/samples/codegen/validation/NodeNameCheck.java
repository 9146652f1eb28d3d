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

package io.omninode.kafka.samples.codegen.validation;

import java.util.List;
import java.util.stream.Stream;

import io.omninode.kafka.samples.codegen.node.NodeType;
import io.omninode.kafka.samples.codegen.source.ClassDefinition;
import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.PythonSource;

/**
 * Checks that one of the classes is named as a node of a type.
 */
final class NodeNameCheck implements Check {

	private final NodeType type;

	NodeNameCheck(NodeType type) {
		this.type = type;
	}

	@Override
	public Stream<Violation> violations(PythonSource source) {
		List<ClassDefinition> classes = source.classes();
		if (classes.stream().anyMatch((candidate) -> this.type.describes(candidate.name()))) {
			return Stream.empty();
		}
		return Stream.of(classes.isEmpty() ? missing() : misnamed(classes.get(0)));
	}

	private Violation missing() {
		return Rule.NODE_CLASS_NAME.violation(1, "there is no class for a node of type <" + this.type.id() + ">");
	}

	private Violation misnamed(ClassDefinition first) {
		return Rule.NODE_CLASS_NAME.violation(first.line(), "class <" + Excerpt.of(first.name())
				+ "> of a node of type <" + this.type.id() + "> would be <" + Excerpt.of(better(first.name())) + ">");
	}

	private String better(String name) {
		String subject = Words.toCapWords(name).replaceFirst("^Node", "").replaceFirst("Node$", "");
		for (NodeType other : NodeType.values()) {
			subject = subject.replaceFirst(other.suffix() + "$", "");
		}
		return "Node" + (subject.isEmpty() ? "Something" : subject) + this.type.suffix();
	}

}
