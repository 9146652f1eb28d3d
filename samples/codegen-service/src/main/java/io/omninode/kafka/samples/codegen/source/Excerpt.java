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

package io.omninode.kafka.samples.codegen.source;

/**
 * A piece of source that is short enough to be quoted.
 */
public final class Excerpt {

	private static final int LIMIT = 80;

	private Excerpt() {
	}

	/**
	 * Shorten a text where it is too long.
	 * @param text the text
	 * @return the text on one line, cut to 80 characters
	 */
	public static String of(String text) {
		int end = Math.min(text.length(), LIMIT);
		String start = text.substring(0, end).replaceAll("\\s+", " ");
		return (end < text.length()) ? start + "…" : start;
	}

}
