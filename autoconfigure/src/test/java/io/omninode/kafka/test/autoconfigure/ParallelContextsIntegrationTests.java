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

package io.omninode.kafka.test.autoconfigure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts that run at the same time and have listeners of one group do not take each
 * other's records.
 */
@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
@OnOneJdk
class ParallelContextsIntegrationTests {

	private static final String PARALLEL = "-Djunit.jupiter.execution.parallel.";

	@TempDir
	private Path directory;

	@Test
	void classesThatRunInParallelSeeTheirOwnRecordsAlone() {
		CaseJvm jvm = run(parallel(), ParallelCases.First.class, ParallelCases.Second.class, ParallelCases.Third.class,
				ParallelCases.Fourth.class);
		assertThat(jvm.told("failed")).as(jvm.output()).isEmpty();
		assertThat(jvm.told("succeeded")).hasSize(160);
		assertThat(jvm.told("broker").stream().distinct()).hasSize(4);
		assertThat(jvm.output()).contains("another context that runs at the same time reads in the same "
				+ "group, as far as is known, so this one has a broker of its own");
	}

	@Test
	void aNestedClassWithItsOwnContextSeesItsOwnRecordsAlone() {
		CaseJvm jvm = run(List.of(), ParallelCases.Enclosing.class);
		assertThat(jvm.told("failed")).as(jvm.output()).isEmpty();
		assertThat(jvm.told("succeeded")).hasSize(41);
		assertThat(jvm.told("broker").stream().distinct()).hasSize(1).doesNotContainAnyElementsOf(jvm.told("nested"));
	}

	private static List<String> parallel() {
		return List.of(PARALLEL + "enabled=true", PARALLEL + "mode.default=same_thread",
				PARALLEL + "mode.classes.default=concurrent", PARALLEL + "config.strategy=fixed",
				PARALLEL + "config.fixed.parallelism=4");
	}

	private CaseJvm run(List<String> options, Class<?>... cases) {
		return CaseJvm.run(this.directory, options, Map.of(), cases);
	}

}
