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

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps listeners from consuming the request, or what followed from it.
 */
final class StepRule implements Rule {

	@Override
	public List<Finding> judge(Picture picture) {
		List<Finding> findings = new ArrayList<>();
		for (Picture.Step step : picture.steps()) {
			for (Finding finding : step.findings().all()) {
				findings.add(step.place().equals(picture.request()) ? finding
						: new Finding(finding.cause(), finding.isCertain() && isOf(step, picture),
								"at " + step.place() + ": " + finding.text(), step.findings().lines(),
								finding.remedy()));
			}
		}
		return findings;
	}

	/**
	 * Return whether a record with the id followed from the request, and has it not by
	 * chance.
	 */
	private static boolean isOf(Picture.Step step, Picture picture) {
		String id = picture.question().id();
		return id != null && picture.appearances()
			.found()
			.stream()
			.anyMatch((appearance) -> appearance.place().equals(step.place()) && appearance.isSure(id));
	}

}
