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

import io.omninode.kafka.samples.codegen.analysis.AnalysisResult.Scores;
import io.omninode.kafka.samples.codegen.source.PythonSource;

/**
 * Measures the structure of a node.
 * <p>
 * Thread-safe.
 */
final class SourceAnalyzer {

	AnalysisResult analyze(PythonSource source) {
		Complexity complexity = Complexity.of(source);
		double maintainability = Maintainability.of(source, complexity.totalComplexity());
		return new AnalysisResult(source.lineCounts(), Structure.of(source), complexity,
				LongestFunction.in(source).orElse(null), new Scores(complexity.score(), maintainability));
	}

}
