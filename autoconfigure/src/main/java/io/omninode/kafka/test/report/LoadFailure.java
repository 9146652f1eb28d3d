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

package io.omninode.kafka.test.report;

import java.util.ArrayList;
import java.util.List;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Finding;
import io.omninode.kafka.test.waiting.FailureText;

/**
 * The message of an assertion that failed for a load.
 *
 * @param report the report of the load
 * @param lost the first requests that were lost
 */
record LoadFailure(LoadReport report, List<LostRequest> lost) {

	private static final int MAX_LOST = 10;

	String text(String expected, String found) {
		String first = "Expected " + expected + " in load <" + Excerpt.of(this.report.name()) + ">, but " + found
				+ ".\n\n" + this.report.table().stripTrailing();
		return new FailureText(first, causes(), evidence(), remedy()).toString();
	}

	private List<String> causes() {
		return this.lost.isEmpty() ? List.of()
				: this.report.diagnoses()
					.stream()
					.flatMap((diagnosis) -> diagnosis.findings().stream().limit(1))
					.map(Finding::toString)
					.distinct()
					.toList();
	}

	private List<String> evidence() {
		List<String> lines = new ArrayList<>();
		this.lost.stream().limit(MAX_LOST).map(LostRequest::toString).forEach(lines::add);
		long more = this.report.counts().lost() - Math.min(MAX_LOST, this.lost.size());
		if (!this.lost.isEmpty() && more > 0) {
			lines.add("… and " + more + " more lost requests");
		}
		return lines;
	}

	private List<String> remedy() {
		if (this.report.generator().isBottleneck()) {
			return List.of("the generator " + this.report.generator()
					+ "; lower the rate, or give it more processors, before you blame the service");
		}
		return this.lost.isEmpty() ? List.of()
				: this.report.diagnoses()
					.stream()
					.map((diagnosis) -> diagnosis.verdict().remedy())
					.filter((remedy) -> !remedy.isEmpty())
					.limit(1)
					.toList();
	}

}
