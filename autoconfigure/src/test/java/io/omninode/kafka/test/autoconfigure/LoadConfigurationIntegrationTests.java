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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.junit.KafkaLoadTest;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.load.LoadDriver;
import io.omninode.kafka.test.load.LoadPlan;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.report.RecentLoadReports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link LoadConfiguration} and for what {@link KafkaLoadTest} reports.
 */
@Tag(KafkaTags.KAFKA)
class LoadConfigurationIntegrationTests {

	private static final LoadPlan LOOP = LoadPlan.concurrent("loop", 2, 10).event((number) -> Map.of("n", number));

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaAutoConfiguration.class, SslAutoConfiguration.class,
				KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class))
		.withPropertyValues("kafka.test.topics.loop-request=configured.loop",
				"kafka.test.topics.loop-response=configured.loop", "kafka.test.codegen-topics=false");

	@Test
	void reportsAreKeptInTheDirectory(@TempDir Path directory) {
		this.runner.withPropertyValues("kafka.test.load.directory=" + directory.resolve("made")).run((context) -> {
			LoadReport report = context.getBean(LoadDriver.class).run(LOOP);
			assertThat(report.counts().replied()).isEqualTo(10);
			assertThat(directory.resolve("made/loop-concurrent.json")).isNotEmptyFile();
			assertThat(directory.resolve("made/loop-concurrent.html")).isNotEmptyFile();
			assertThat(context.getBean(RecentLoadReports.class).drain()).singleElement()
				.satisfies((figures) -> assertThat(figures).containsEntry("load", "loop-concurrent"));
			assertThat(context.getBean(RecentLoadReports.class).drain()).isEmpty();
		});
	}

	@Test
	void whereTheDirectoryIsEmptyNoneIsKept() {
		this.runner.withPropertyValues("kafka.test.load.directory=").run((context) -> {
			LoadReport report = context.getBean(LoadDriver.class).run(LOOP.name("not-kept"));
			assertThat(report.counts().replied()).isEqualTo(10);
			assertThat(Path.of("target/kafka-test/load/not-kept.json")).doesNotExist();
		});
	}

	@Test
	void aReportThatCannotBeKeptDoesNotFailTheTest(@TempDir Path directory) throws Exception {
		Path file = java.nio.file.Files.createFile(directory.resolve("file"));
		this.runner.withPropertyValues("kafka.test.load.directory=" + file)
			.run((context) -> assertThat(context.getBean(LoadDriver.class).run(LOOP).counts().replied()).isEqualTo(10));
	}

	@Test
	void theTimeoutOfRepliesIsTheDefault() {
		this.runner.withPropertyValues("kafka.test.reply.timeout=7s")
			.run((context) -> assertThat(context.getBean(LoadDriver.Settings.class).waits().timeout())
				.isEqualTo(Duration.ofSeconds(7)));
	}

	@Test
	void aDriverOfTheUserIsLeftAlone() {
		this.runner.withUserConfiguration(OwnDriver.class)
			.run((context) -> assertThat(context).getBean(LoadDriver.class).isSameAs(OwnDriver.DRIVER));
	}

	@Test
	void whereTheStarterIsOffThereIsNoDriver() {
		this.runner.withPropertyValues("kafka.test.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(LoadDriver.class));
	}

	@Test
	void theKeyFiguresAreEntriesOfTheReportOfTheTest() {
		List<Map<String, String>> entries = new CopyOnWriteArrayList<>();
		LauncherFactory.create()
			.execute(LauncherDiscoveryRequestBuilder.request()
				.selectors(DiscoverySelectors.selectClass(LoopCase.class),
						DiscoverySelectors.selectClass(WithoutSpringCase.class))
				.build(), new TestExecutionListener() {

					@Override
					public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
						entries.add(entry.getKeyValuePairs());
					}

				});
		assertThat(entries).singleElement()
			.satisfies((entry) -> assertThat(entry).containsEntry("load", "loop-concurrent")
				.containsEntry("sent", "10")
				.containsEntry("replied", "10")
				.containsEntry("lost", "0")
				.containsKeys("failed", "late", "duplicates", "throughput", "p50_ms", "p99_ms", "max_ms"));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDriver {

		static final LoadDriver DRIVER = mock();

		@Bean
		LoadDriver ownDriver() {
			return DRIVER;
		}

	}

	@SpringBootTest(classes = ScriptedApplication.class,
			properties = { "kafka.test.topics.loop-request=configured.loop",
					"kafka.test.topics.loop-response=configured.loop", "kafka.test.load.directory=" })
	@KafkaLoadTest
	static class LoopCase {

		@Autowired
		private LoadDriver load;

		@Test
		void loads() {
			this.load.run(LOOP);
		}

	}

	@KafkaLoadTest
	static class WithoutSpringCase {

		@Test
		void loads() {
			assertThat(LOOP.name()).isEqualTo("loop-concurrent");
		}

	}

}
