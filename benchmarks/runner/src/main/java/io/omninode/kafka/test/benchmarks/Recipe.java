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

package io.omninode.kafka.test.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * The options that make a JVM of tests start faster: its classes come from an archive,
 * which a training run has made, and only the quick compiler is used.
 *
 * @param archive where the archive is
 */
record Recipe(Path archive) {

	private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

	/**
	 * Spring's test framework initializes Mockito before the first test, and Mockito
	 * loads an agent: from then on JDK 17 takes few classes from an archive, and JDK 25
	 * cannot write its cache. Without agents Spring does without Mockito, as it does with
	 * the mock maker that the recipe asks for.
	 */
	private static final String NO_AGENTS = "-XX:-EnableDynamicAgentLoading";

	/**
	 * The first JDK that makes an AOT cache in one step.
	 */
	private static final int AOT_CACHE = 25;

	List<String> train() {
		return options(isAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=");
	}

	List<String> use() {
		return options(isAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=");
	}

	private List<String> options(String archiveOption) {
		return List.of(QUICK_COMPILER, NO_AGENTS, archiveOption + this.archive);
	}

	static boolean isAotCache() {
		return Runtime.version().feature() >= AOT_CACHE;
	}

}
