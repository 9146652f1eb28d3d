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

package io.omninode.kafka.test.serialization;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Distinguishes the classes of an application from general ones that can hold any JSON.
 */
final class ObjectType {

	private static final List<String> GENERAL = List.of("java.", "kotlin.", "org.apache.kafka.", "org.springframework.",
			"tools.jackson.", "com.fasterxml.jackson.");

	private ObjectType() {
	}

	/**
	 * Return whether a class is an object type, which has a fixed set of properties.
	 */
	static boolean isOne(@Nullable Class<?> type) {
		return type != null && !type.isArray() && !type.isPrimitive() && !Map.class.isAssignableFrom(type)
				&& !Iterable.class.isAssignableFrom(type) && GENERAL.stream().noneMatch(type.getName()::startsWith);
	}

}
