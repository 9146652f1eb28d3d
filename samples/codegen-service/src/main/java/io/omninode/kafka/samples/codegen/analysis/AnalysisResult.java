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

package io.omninode.kafka.samples.codegen.analysis;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.omninode.kafka.samples.codegen.source.LineCounts;
import org.jspecify.annotations.Nullable;

/**
 * What analysis says.
 *
 * @param lineCounts lines by what stands on them
 * @param structure what the source is made of
 * @param complexity its cyclomatic complexity
 * @param longestFunction the function with the most lines, if there is one
 * @param scores how complex and how maintainable it is
 */
record AnalysisResult(@JsonUnwrapped LineCounts lineCounts, @JsonUnwrapped Structure structure,
		@JsonUnwrapped Complexity complexity, @Nullable LongestFunction longestFunction, @JsonUnwrapped Scores scores) {

	/**
	 * Numbers from 0 to 1.
	 *
	 * @param complexityScore how complex it is, 0 for no decisions at all
	 * @param maintainability how maintainable it is, 1 for the best
	 */
	record Scores(double complexityScore, double maintainability) {

	}

}
