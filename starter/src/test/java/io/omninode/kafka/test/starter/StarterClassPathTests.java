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

package io.omninode.kafka.test.starter;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.spi.SLF4JServiceProvider;

import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the starter brings to the test class path of an application.
 */
class StarterClassPathTests {

	private static final long MAX_BYTES = 67L * 1024 * 1024;

	private static final List<Path> JARS = Arrays
		.stream(System.getProperty("java.class.path").split(File.pathSeparator))
		.map(Path::of)
		.filter((path) -> path.getFileName().toString().endsWith(".jar"))
		.toList();

	@Test
	void itIsAtMost67MebibytesLarge() {
		assertThat(JARS).anyMatch((jar) -> jar.getFileName().toString().startsWith("kafka_2.13-"));
		assertThat(JARS.stream().mapToLong(StarterClassPathTests::size).sum()).isLessThanOrEqualTo(MAX_BYTES);
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.rocksdb.RocksDB", "org.apache.logging.log4j.core.LoggerContext",
			"org.apache.log4j.Appender", "org.apache.kafka.common.test.KafkaClusterTestKit" })
	void itHoldsNothingThatABrokerDoesNotNeed(String type) {
		assertThat(ClassUtils.isPresent(type, getClass().getClassLoader())).isFalse();
	}

	@Test
	void itHoldsOneLoggingBackEnd() {
		assertThat(ServiceLoader.load(SLF4JServiceProvider.class)).singleElement()
			.extracting((provider) -> provider.getClass().getName())
			.isEqualTo("ch.qos.logback.classic.spi.LogbackServiceProvider");
	}

	@Test
	void itHoldsNoConfigurationThatWouldTakeThePlaceOfTheApplications() {
		assertThat(JARS.stream().flatMap(StarterClassPathTests::configurations)).isEmpty();
	}

	private static Stream<String> configurations(Path jar) {
		try (JarFile file = new JarFile(jar.toFile())) {
			return file.stream()
				.map(ZipEntry::getName)
				.filter((name) -> name.matches(
						"(log4j2?|logback|logging|junit-platform|application)[\\w.-]*\\.(xml|ya?ml|json|properties)"))
				.map((name) -> jar.getFileName() + ": " + name)
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static long size(Path jar) {
		try {
			return Files.size(jar);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
