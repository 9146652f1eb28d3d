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

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The conventions for names.
 */
final class Words {

	private Words() {
	}

	static boolean isCapWords(String name) {
		String bare = name.replaceFirst("^_+", "");
		return !bare.isEmpty() && !Character.isLowerCase(bare.charAt(0)) && bare.indexOf('_') < 0;
	}

	static boolean isSnakeCase(String name) {
		return name.chars().noneMatch(Character::isUpperCase);
	}

	static boolean isUpperCase(String name) {
		return name.chars().noneMatch(Character::isLowerCase);
	}

	static String toCapWords(String name) {
		return Arrays.stream(name.split("_"))
			.filter((word) -> !word.isEmpty())
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
	}

	static String toSnakeCase(String name) {
		return name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT);
	}

}
