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

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement, or the header of a block up to its colon: strings are empty, comments are
 * gone.
 *
 * @param number the line it begins on, from 1
 * @param end the line it ends on
 * @param depth the number of blocks around it
 * @param text the code, such as {@code raise ValueError("")}
 */
record Line(int number, int end, int depth, String text) {

	static final String KEYWORD = "(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally"
			+ "|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield)\\b";

	private static final Pattern HEADER = Pattern
		.compile("(?:async )?(?:class|def|elif|else|except|finally|for|if|try|while|with)\\b"
				+ "|(?:match|case)\\b ?[^ =:.,)](?=.*:$)");

	private static final Pattern DEFINITION = Pattern.compile("(?U)(?:(?:async )?def|class) ([^\\W\\d]\\w*+)");

	boolean isHeader() {
		return HEADER.matcher(this.text).lookingAt();
	}

	boolean opensBlock() {
		return this.text.endsWith(":") && isHeader();
	}

	boolean isClass() {
		return this.text.startsWith("class ") && !name().isEmpty();
	}

	boolean isFunction() {
		return !this.text.startsWith("class ") && !name().isEmpty();
	}

	/** The name of the class or function that begins here, if one does. */
	String name() {
		Matcher matcher = DEFINITION.matcher(this.text);
		return matcher.lookingAt() ? matcher.group(1) : "";
	}

}
