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

package io.omninode.kafka.test.waiting;

import java.util.ArrayList;
import java.util.List;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The format of every failure text: what was expected, then the cause, the evidence and
 * the remedy, each left out if it is empty. A text has at most 60 lines.
 *
 * @param expected what was expected, where and for how long, as a sentence
 * @param causes why it did not happen, one line each
 * @param evidence what was seen, one line each
 * @param remedy what to do, one line each
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record FailureText(String expected, List<String> causes, List<String> evidence, List<String> remedy) {

	private static final int MAX_CAUSES = 8;

	private static final int MAX_EVIDENCE = 36;

	private static final int MAX_REMEDY = 8;

	private static final String INDENT = "\n          ";

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(this.expected).append('\n');
		append(text, "\nCause:    ", this.causes, MAX_CAUSES);
		append(text, this.causes.isEmpty() ? "\nEvidence: " : "Evidence: ", this.evidence, MAX_EVIDENCE);
		append(text, (this.causes.isEmpty() && this.evidence.isEmpty()) ? "\nRemedy:   " : "Remedy:   ", this.remedy,
				MAX_REMEDY);
		return text.toString();
	}

	private static void append(StringBuilder text, String label, List<String> lines, int maximum) {
		if (!lines.isEmpty()) {
			text.append(label).append(String.join(INDENT, limited(lines, maximum))).append('\n');
		}
	}

	private static List<String> limited(List<String> lines, int maximum) {
		if (lines.size() <= maximum) {
			return lines;
		}
		List<String> limited = new ArrayList<>(lines.subList(0, maximum));
		limited.add("… and " + (lines.size() - maximum) + " more");
		return limited;
	}

}
