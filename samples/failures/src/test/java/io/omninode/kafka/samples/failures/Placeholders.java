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

package io.omninode.kafka.samples.failures;

import java.util.regex.Pattern;

/**
 * Puts an ellipsis for what is another one in each run.
 */
final class Placeholders {

	private static final Pattern DURATION = Pattern.compile("(?<!within )(?<![\\w.@-])(\\d[\\d.]*(ms|s|min))+\\b");

	private static final Pattern CLIENT = Pattern.compile("<(consumer-[^>]+-)\\d+>");

	private static final Pattern UUID = Pattern
		.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");

	private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.1|localhost):\\d+");

	private static final Pattern LINE = Pattern.compile("\\.java:\\d+\\)");

	private static final Pattern OTHERS = Pattern.compile("(the nearest first: <[^>]+>), <.*");

	private static final Pattern PRODUCER = Pattern.compile("producer <[^>]*>");

	/**
	 * Which topics there are already depends on the order of the tests.
	 */
	private static final Pattern NAMES = Pattern.compile("\\n +no one but this test knows topic [^\\n]*");

	private Placeholders() {
	}

	static String in(String text) {
		String result = DURATION.matcher(text).replaceAll("…s");
		result = NAMES.matcher(result).replaceAll("");
		result = UUID.matcher(result).replaceAll("…");
		result = CLIENT.matcher(result).replaceAll("<$1…>");
		result = LINE.matcher(result).replaceAll(".java:…)");
		result = OTHERS.matcher(result).replaceAll("$1, …");
		result = PRODUCER.matcher(result).replaceAll("producer <…>");
		return PORT.matcher(result).replaceAll("$1:…");
	}

}
