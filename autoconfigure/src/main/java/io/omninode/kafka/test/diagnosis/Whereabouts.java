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

package io.omninode.kafka.test.diagnosis;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where in the code of the application something is: the first calls that are not those
 * of Java, Spring, Kafka or this library.
 *
 * @param calls the calls, the innermost first
 */
record Whereabouts(List<StackTraceElement> calls) {

	private static final int MAX_CALLS = 3;

	private static final List<String> OTHERS = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "kotlin.",
			"kotlinx.", "reactor.", "io.micrometer.", "org.springframework.", "org.apache.kafka.",
			"io.omninode.kafka.test.");

	static Whereabouts of(List<StackTraceElement> stack) {
		return new Whereabouts(stack.stream().filter(Whereabouts::isOfApplication).limit(MAX_CALLS).toList());
	}

	private static boolean isOfApplication(StackTraceElement call) {
		return OTHERS.stream().noneMatch(call.getClassName()::startsWith) && !call.getClassName().contains("$$");
	}

	boolean isKnown() {
		return !this.calls.isEmpty();
	}

	@Override
	public String toString() {
		return this.calls.stream().map(Whereabouts::text).collect(Collectors.joining(", called by "));
	}

	private static String text(StackTraceElement call) {
		String type = call.getClassName().substring(call.getClassName().lastIndexOf('.') + 1);
		String file = (call.getFileName() != null) ? "(" + call.getFileName() + ":" + call.getLineNumber() + ")" : "";
		return "<" + type + "." + call.getMethodName() + file + ">";
	}

}
