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

import java.util.Collection;

/**
 * Turns violations into a score from 0 to 1.
 * <p>
 * Source that cannot run gets at most 0.3. Source that can run gets at least 0.4: each
 * broken convention costs 0.1, each thing that could be better 0.03, up to a limit.
 */
final class QualityScore {

	private QualityScore() {
	}

	static double of(Collection<Violation> violations) {
		long errors = count(violations, Severity.ERROR);
		double warnings = Math.min(0.4, 0.1 * count(violations, Severity.WARNING));
		double infos = Math.min(0.2, 0.03 * count(violations, Severity.INFO));
		double score = 1 - warnings - infos;
		return Math.round(((errors > 0) ? score * 0.3 / errors : score) * 100) / 100.0;
	}

	private static long count(Collection<Violation> violations, Severity severity) {
		return violations.stream().filter((violation) -> violation.severity() == severity).count();
	}

}
