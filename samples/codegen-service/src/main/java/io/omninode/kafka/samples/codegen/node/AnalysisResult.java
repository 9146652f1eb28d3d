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

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * What analysis says; scores are from 0 to 1.
 */
record AnalysisResult(@JsonUnwrapped LineCounts lineCounts, @JsonUnwrapped Structure structure,
		@JsonUnwrapped Complexity complexity, @Nullable LongestFunction longestFunction, double maintainability) {

	record LineCounts(int lines, int codeLines, int commentLines, int blankLines) {
	}

	record Structure(int classes, int functions, int methods, int imports, int maxNesting) {
	}

	record Complexity(int maxComplexity, int totalComplexity, double complexityScore) {
	}

	record LongestFunction(String name, int line, int lines) {
	}

}
