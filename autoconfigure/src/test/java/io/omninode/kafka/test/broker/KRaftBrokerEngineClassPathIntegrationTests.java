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

package io.omninode.kafka.test.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.omninode.kafka.test.broker.KRaftBrokerEngineProcessIntegrationTests.Starter;
import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link KRaftBrokerEngine} in a JVM whose class path, or language, Kafka
 * cannot start with.
 */
@Tag(KafkaTags.KAFKA)
@Order(1)
class KRaftBrokerEngineClassPathIntegrationTests {

	private static final String VERSION = AppInfoParser.getVersion();

	private static final String MISFIT = "The embedded Kafka broker did not start, because the artifacts of "
			+ "org.apache.kafka on the class path do not fit together: ";

	@TempDir
	private Path directory;

	@Test
	void whenTheClientsHaveAnotherVersionTheMessageSaysWhich() throws Exception {
		Path other = otherClients();
		List<String> lines = start(List.of(), (jar) -> isOf("kafka-clients", jar) ? other.toString() : jar);
		assertThat(lines.get(0)).startsWith(MISFIT + "kafka-clients has version <4.1.2> and needs <" + VERSION
				+ ">, as most others have. It failed with: java.lang.NoSuchMethodError: ");
		assertThat(lines.get(1)).isEqualTo("Remove the version that the build gives to kafka-clients, or give one "
				+ "version to all of org.apache.kafka: with the dependency management of Spring Boot that is the "
				+ "property kafka.version.");
	}

	private static Path otherClients() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("target", "other-kafka"))) {
			return files.map(Path::toAbsolutePath).findAny().orElseThrow();
		}
	}

	@Test
	void whenAJarOfTheServerIsMissingTheMessageSaysWhich() throws Exception {
		List<String> lines = start(List.of(), (jar) -> isOf("kafka-server", jar) ? "" : jar);
		assertThat(lines).containsExactly(
				MISFIT + "kafka-server is missing and is needed in version <" + VERSION
						+ ">, as most others have. It failed with: java.lang.NoClassDefFoundError: "
						+ "org/apache/kafka/server/ServerSocketFactory",
				"Add what is missing in test scope. kafka-test-spring-boot-starter brings it: "
						+ "look for an exclusion in the build.");
	}

	@Test
	void whenALibraryThatKafkaNeedsIsMissingTheMessageNamesTheClass() throws Exception {
		List<String> lines = start(List.of(), (jar) -> isOf("scala-library", jar) ? "" : jar);
		assertThat(lines.get(0))
			.startsWith("The embedded Kafka broker did not start: java.lang.NoClassDefFoundError: scala/");
		assertThat(lines.get(1)).startsWith("The class path lacks a class that Kafka <" + VERSION + "> needs");
	}

	@Test
	void whenKafkaCannotReadItsOwnNamesTheMessageNamesTheLanguage() throws Exception {
		List<String> lines = start(List.of("-Duser.language=tr", "-Duser.country=TR"), UnaryOperator.identity());
		assertThat(lines.get(0)).startsWith("The embedded Kafka broker did not start: "
				+ "java.lang.IllegalArgumentException: No enum constant org.apache.kafka.");
		assertThat(lines.get(1)).isEqualTo("Kafka cannot read its own names with the default locale <tr_TR>, which "
				+ "has another upper case of <i>. Run the tests with -Duser.language=en.");
	}

	private static boolean isOf(String artifact, String jar) {
		return Path.of(jar).getFileName().toString().matches(artifact + "-\\d[\\d.]*\\.jar");
	}

	private List<String> start(List<String> options, UnaryOperator<String> jars) throws Exception {
		Path temporary = Files.createDirectories(this.directory.resolve("tmp"));
		BrokerJvm jvm = new BrokerJvm(this.directory, temporary, options, jars);
		Process process = jvm.start(Starter.class);
		try {
			assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("the process ends by itself").isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).as(jvm.log()).isZero();
		assertThat(temporary).isEmptyDirectory();
		return Files.readAllLines(jvm.output());
	}

}
