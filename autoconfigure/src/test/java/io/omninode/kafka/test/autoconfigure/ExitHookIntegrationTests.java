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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.junit.KafkaTags;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;

@Tag(KafkaTags.KAFKA)
@Tag(KafkaTags.INTEGRATION)
@Order(1)
class ExitHookIntegrationTests {

	private static final Class<?>[] CASES = { EchoCases.First.class, EchoCases.Other.class, EchoCases.Again.class };

	private static CaseJvm jvm;

	@BeforeAll
	static void run(@TempDir Path directory) {
		jvm = CaseJvm.run(directory, List.of(), Map.of(), CASES);
	}

	@Test
	void theTestsPassAndTheJvmEndsByItself() {
		assertThat(jvm.told("succeeded")).containsExactly("first", "other", "again");
		assertThat(jvm.exitCode()).as(jvm.output()).isZero();
	}

	@Test
	void allContextsShareOneBroker() {
		assertThat(jvm.told("broker")).hasSize(3)
			.containsOnly(jvm.told("broker").get(0))
			.allMatch((broker) -> broker.startsWith("EMBEDDED 127.0.0.1:"));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void theBrokerListensOnTheLoopbackInterfaceOnly() {
		assertThat(jvm.told("listening")).isNotEmpty().containsOnly("loopback");
	}

	@Test
	void nothingIsLoggedThatLooksLikeAProblem() {
		assertThat(jvm.output()).contains("Tests use the embedded Kafka broker");
		assertThat(jvm.output().lines().filter(ExitHookIntegrationTests::looksLikeAProblem)).isEmpty();
	}

	private static boolean looksLikeAProblem(String line) {
		return line.contains(" WARN ") || line.contains(" ERROR ") || line.contains("thread dump")
				|| line.startsWith("\tat ");
	}

	@Test
	void nothingIsLeftInTheTemporaryDirectory() {
		assertThat(jvm.leftovers()).noneMatch((name) -> name.startsWith("kafka"));
	}

	@Test
	void aSuiteOfOneTestPrintsOneLineOfOursAndNoneOfKafkas(@TempDir Path directory) {
		List<String> options = new ArrayList<>(quietWithoutKafka());
		options.add("-Dlogging.pattern.console=LOG %p %logger: %m%n");
		CaseJvm one = CaseJvm.run(directory, options, Map.of(), EchoCases.First.class);
		assertThat(one.told("succeeded")).as(one.output()).containsExactly("first");
		List<String> logged = one.output()
			.lines()
			.filter((line) -> line.startsWith("LOG "))
			.filter((line) -> line.contains(" io.omninode.") || line.matches("LOG \\w+ (org\\.apache\\.)?kafka\\..*")
					|| line.contains(" state.change.logger"))
			.filter((line) -> !line.contains(EchoCases.class.getName()))
			.toList();
		assertThat(logged).singleElement()
			.asString()
			.matches("LOG INFO io\\.omninode\\.kafka\\.test\\.autoconfigure\\.KafkaTestAutoConfiguration: "
					+ "Tests use the embedded Kafka broker at 127\\.0\\.0\\.1:\\d+: .+");
		assertThat(one.errors()).isEmpty();
	}

	/**
	 * Return the options of a JVM that does not write to its standard error by itself:
	 * not for Mockito, which becomes an agent in every test of Spring Boot, and not, from
	 * Java 24 on, for the memory that a Kafka broker frees.
	 */
	private static List<String> quietWithoutKafka() {
		String mockito = Mockito.class.getProtectionDomain().getCodeSource().getLocation().getPath();
		List<String> options = List.of("-javaagent:" + mockito, "-Xshare:off");
		return (Runtime.version().feature() < 24) ? options
				: Stream.concat(options.stream(), Stream.of("--sun-misc-unsafe-memory-access=allow")).toList();
	}

	@Test
	void whenBootClosesNoContextsTheBrokerStillGoesWithoutATrace(@TempDir Path directory) {
		CaseJvm other = CaseJvm.run(directory, List.of("-Dspring.main.register-shutdown-hook=false"), Map.of(), CASES);
		assertThat(other.told("succeeded")).containsExactly("first", "other", "again");
		assertThat(other.exitCode()).as(other.output()).isZero();
		assertThat(other.leftovers()).as(other.output()).noneMatch((name) -> name.startsWith("kafka"));
	}

}
