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

import java.util.List;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;

/**
 * What an assertion says that a load did not pass.
 *
 * @param report the report of the load
 * @param lost the first requests that were lost
 */
record LoadFailure(LoadReport report, List<LostRequest> lost) {

	private static final int MAX_LOST = 10;

	String text(String expected, String found) {
		return "Expected " + expected + " in load <" + Excerpt.of(this.report.name()) + ">, but " + found + ".\n\n"
				+ this.report.table() + evidence() + cause();
	}

	private String evidence() {
		if (this.lost.isEmpty()) {
			return "";
		}
		String lines = this.lost.stream()
			.limit(MAX_LOST)
			.map(LostRequest::toString)
			.collect(Collectors.joining("\n          "));
		long more = this.report.counts().lost() - Math.min(MAX_LOST, this.lost.size());
		return "\nEvidence: " + lines + ((more > 0) ? "\n          … and " + more + " more lost requests" : "") + "\n";
	}

	private String cause() {
		if (!this.report.generator().isBottleneck()) {
			return "";
		}
		return "\nRemedy:   the generator " + this.report.generator()
				+ "; lower the rate, or give it more processors, before you blame the service\n";
	}

}
