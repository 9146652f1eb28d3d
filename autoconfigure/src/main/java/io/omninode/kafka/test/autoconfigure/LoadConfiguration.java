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
import java.util.function.Consumer;

import io.omninode.kafka.test.autoconfigure.RepliesConfiguration.Waits;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.load.LoadDriver;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.report.LoadReportFiles;
import io.omninode.kafka.test.report.RecentLoadReports;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TopicNames;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.util.StringUtils;

/**
 * What makes loads.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
class LoadConfiguration {

	@Bean
	@ConditionalOnMissingBean
	LoadDriver loadDriver(TopicNames names, Tap tap, TestClients clients, CorrelationStrategy correlation,
			LoadDriver.Settings settings) {
		return LoadDriver.of(names, tap, clients, correlation, settings);
	}

	@Bean
	@ConditionalOnMissingBean
	LoadDriver.Settings kafkaTestLoadSettings(KafkaTestProperties properties, Waits waits, RecentLoadReports recent,
			RecordWriter writer) {
		String directory = properties.load().directory();
		Consumer<LoadReport> keep = recent::add;
		Consumer<LoadReport> reports = StringUtils.hasText(directory)
				? keep.andThen(LoadReportFiles.in(Path.of(directory))) : keep;
		return new LoadDriver.Settings(waits.forReplies(), reports, writer);
	}

	@Bean
	RecentLoadReports kafkaTestRecentLoadReports() {
		return new RecentLoadReports();
	}

}
