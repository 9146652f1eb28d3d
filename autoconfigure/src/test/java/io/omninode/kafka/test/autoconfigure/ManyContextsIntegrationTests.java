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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever test classes do with their contexts, one broker serves them, and nothing is
 * left of any of them.
 */
@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
@Order(1)
@OnOneJdk
class ManyContextsIntegrationTests {

	private static final List<Class<?>> PEACEFUL = List.of(ContextCases.WithNested.class, ContextCases.WithMock.class,
			ContextCases.WithOtherMock.class, ContextCases.ByHand.class);

	private static final List<Class<?>> DIRTYING = List.of(ContextCases.DirtiesAfterClass.class,
			ContextCases.DirtiesBeforeClass.class, ContextCases.DirtiesAfterEach.class,
			ContextCases.DirtiesByMethod.class, ContextCases.WhileOthersFail.class, ContextCases.Interrupted.class);

	@TempDir
	private Path directory;

	@Test
	@EnabledOnOs(OS.LINUX)
	void whenManyContextsWereOpenedThereIsNoMoreThanAfterTheFirst() {
		CaseJvm jvm = run(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"), List.of(SoakCase.class));
		assertThat(jvm.told("succeeded")).as(jvm.output()).containsExactly("nothingIsLeftOfAContext");
		assertEndedWell(jvm);
	}

	@Test
	void whenClassesRunAgainInTheSameJvmTheyUseTheSameBroker() {
		List<Class<?>> cases = new ArrayList<>(PEACEFUL);
		cases.addAll(DIRTYING);
		CaseJvm jvm = run(List.of("-D" + CaseJvm.PLANS + "=2"), cases);
		assertThat(jvm.told("succeeded")).as(jvm.output()).hasSize(48);
		assertThat(jvm.told("broker")).hasSize(46).containsOnly(jvm.told("broker").get(0));
		assertEndedWell(jvm);
	}

	@Test
	void whenClassesAndMethodsRunInParallelTheyUseTheSameBroker() {
		String parallel = "-Djunit.jupiter.execution.parallel.";
		CaseJvm jvm = run(List.of(parallel + "enabled=true", parallel + "mode.default=concurrent",
				parallel + "config.strategy=fixed", parallel + "config.fixed.parallelism=4"), PEACEFUL);
		assertThat(jvm.told("succeeded")).as(jvm.output()).hasSize(9);
		assertThat(jvm.told("broker")).hasSize(9).containsOnly(jvm.told("broker").get(0));
		assertEndedWell(jvm);
	}

	@Test
	void jvmsSideBySideHaveABrokerEach() throws IOException {
		Path temporary = Files.createDirectory(this.directory.resolve("shared"));
		List<CompletableFuture<CaseJvm>> forks = List.of(fork("first", temporary), fork("second", temporary));
		List<CaseJvm> jvms = forks.stream().map(CompletableFuture::join).toList();
		assertThat(jvms).allSatisfy(ManyContextsIntegrationTests::assertEndedWell);
		assertThat(jvms.stream().flatMap((jvm) -> jvm.told("broker").stream().distinct())).hasSize(2)
			.doesNotHaveDuplicates();
		assertThat(temporary).isEmptyDirectory();
	}

	private CompletableFuture<CaseJvm> fork(String name, Path temporary) {
		return CompletableFuture.supplyAsync(() -> CaseJvm.run(this.directory.resolve(name),
				List.of("-XX:-UsePerfData", "-Djava.io.tmpdir=" + temporary), Map.of(), EchoCases.First.class));
	}

	private CaseJvm run(List<String> options, List<Class<?>> cases) {
		return CaseJvm.run(this.directory, options, Map.of(), cases.toArray(Class<?>[]::new));
	}

	private static void assertEndedWell(CaseJvm jvm) {
		assertThat(jvm.told("failed")).as(jvm.output()).isEmpty();
		assertThat(jvm.exitCode()).as(jvm.output()).isZero();
		assertThat(jvm.linesAfterTheTests()).noneMatch((line) -> line.contains(" WARN ") || line.contains(" ERROR "));
		assertThat(jvm.leftovers()).noneMatch((name) -> name.startsWith("kafka"));
	}

}
