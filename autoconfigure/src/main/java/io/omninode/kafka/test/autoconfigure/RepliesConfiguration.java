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

import io.omninode.kafka.test.application.ApplicationClients;
import io.omninode.kafka.test.application.ApplicationReadiness;
import io.omninode.kafka.test.application.ApplicationUnderTest;
import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.application.Obstacles;
import io.omninode.kafka.test.application.QuietPoint;
import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.diagnosis.GroupObstacles;
import io.omninode.kafka.test.flow.FlowSources;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.record.RecordSender;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapBounds;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicIntroduction;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.ProducerListener;

/**
 * The beans that await replies and track flows.
 */
@Configuration(proxyBeanMethods = false)
@Lazy
class RepliesConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CorrelationStrategy correlationStrategy(KafkaTestProperties properties) {
		return new CorrelationPlaces(properties.correlation()).strategy();
	}

	@Bean
	@ConditionalOnMissingBean
	@Lazy(false)
	Tap kafkaTestTap(TestClients clients, TestTopics topics, TopicEnds ends, CorrelationStrategy correlation,
			KafkaTestProperties properties) {
		KafkaTestProperties.Tap tap = properties.tap();
		return Tap.of(clients, topics, ends, correlation,
				new TapBounds(tap.maxRecords(), tap.maxBytes().toBytes(), tap.maxAge()));
	}

	@Bean(defaultCandidate = false)
	@Qualifier("kafkaTestRequestProducerFactory")
	ProducerFactory<byte[], byte[]> kafkaTestRequestProducerFactory(TestClients clients, ApplicationFormats formats) {
		return clients.bytesProducerFactory(formats.limits());
	}

	@Bean
	ApplicationFormats kafkaTestApplicationFormats(ListableBeanFactory beanFactory, ListenerContainers containers) {
		return new ApplicationFormats(beanFactory, containers);
	}

	@Bean
	RecordWriter kafkaTestRecordWriter(ApplicationFormats formats, TestClients clients) {
		return RecordWriter.of(formats, clients.json());
	}

	@Bean
	RecordReader kafkaTestRecordReader(ApplicationFormats formats, TestClients clients,
			KafkaTestProperties properties) {
		return RecordReader.of(formats, clients.json(), Masking.of(properties.diagnosis().masked()));
	}

	@Bean
	TopicIntroduction kafkaTestTopicIntroduction(TopicNames names,
			@Qualifier("kafkaTestAdmin") ObjectProvider<Admin> admin) {
		return TopicIntroduction.of(names, admin::getObject);
	}

	@Bean
	RecordSender kafkaTestRecordSender(RecordWriter writer,
			@Qualifier("kafkaTestRequestProducerFactory") ProducerFactory<byte[], byte[]> producerFactory,
			TopicEnds ends, TopicIntroduction introduction) {
		KafkaTemplate<byte[], byte[]> template = new KafkaTemplate<>(producerFactory);
		template.setProducerInterceptor(new UsedTopics<>(ends));
		template.setProducerListener(new ProducerListener<>() {
		});
		return new RecordSender(writer, template, introduction);
	}

	@Bean
	@ConditionalOnMissingBean
	ReplyAwaiter replyAwaiter(TopicNames names, Tap tap, RecordSender sender, CorrelationStrategy correlation,
			Waits waits) {
		return ReplyAwaiter.of(names, tap, sender, correlation, waits.forReplies());
	}

	@Bean
	@ConditionalOnMissingBean
	TestRecords testRecords(TopicNames names, Tap tap, RecordSender sender, Waits waits) {
		return TestRecords.of(names, tap, sender, waits.forReplies());
	}

	@Bean
	ApplicationUnderTest kafkaTestApplicationUnderTest(ApplicationReadiness readiness, ConsumerGroups groups,
			ListenerOutcomes outcomes, ApplicationClients clients) {
		return new ApplicationUnderTest(readiness, groups, outcomes, clients.publications());
	}

	@Bean
	@Lazy(false)
	ListenerOutcomes kafkaTestListenerOutcomes(ListableBeanFactory beanFactory, ListenerContainers containers,
			KafkaTestProperties properties) {
		return ListenerOutcomes.of(beanFactory, containers, properties.diagnosis().enabled());
	}

	@Bean
	ConsumerGroups kafkaTestConsumerGroups(@Qualifier("kafkaTestAdmin") ObjectProvider<Admin> admin,
			TestClients clients) {
		return new ConsumerGroups(admin::getObject, clients.settings().groupId(""), clients.settings().user());
	}

	@Bean
	@ConditionalOnMissingBean
	FlowTracker flowTracker(FlowSources sources, Waits waits, QuietPoint quietPoint) {
		return FlowTracker.of(sources, waits.forFlows(), quietPoint);
	}

	@Bean
	FlowSources kafkaTestFlowSources(TopicNames names, TestTopics topics, Tap tap, CorrelationStrategy correlation,
			TestClients clients, ApplicationUnderTest consumption) {
		return new FlowSources(names, topics, tap, correlation, clients, consumption);
	}

	@Bean
	@ConditionalOnMissingBean
	QuietPoint quietPoint(ListableBeanFactory beanFactory, ListenerContainers containers, ApplicationClients producers,
			ApplicationUnderTest consumption, TopicEnds ends, TestClients clients, Obstacles obstacles) {
		return QuietPoint.of(beanFactory, containers, producers, consumption, ends, clients, obstacles);
	}

	@Bean
	Obstacles kafkaTestObstacles(Waits waits, Tap tap) {
		return new GroupObstacles(waits.forFlows().sources(tap));
	}

	@Bean
	@ConditionalOnMissingBean
	ApplicationReadiness applicationReadiness(ListableBeanFactory beanFactory, ListenerContainers containers,
			ConsumerGroups groups, KafkaTestProperties properties, TestClients clients) {
		Addresses ofTests = Addresses.of(clients.settings().admin().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG));
		return ApplicationReadiness.of(beanFactory, containers, groups, properties.readyTimeout(),
				(servers) -> Addresses.of(servers).areAll(ofTests));
	}

	@Bean
	Waits kafkaTestWaits(KafkaTestProperties properties, TestClients clients, TestScope scope,
			ApplicationUnderTest application, RecordReader reader, TopicNames names, TopicEnds ends) {
		ends.declare(names.asMap().values());
		return new Waits(properties, clients, scope, application, reader);
	}

	/**
	 * The settings of waits.
	 *
	 * @param properties has the timeouts
	 * @param clients know the cluster
	 * @param scope the tests that run now
	 * @param application the application under test
	 * @param reader reads keys and values
	 */
	record Waits(KafkaTestProperties properties, TestClients clients, TestScope scope, ApplicationUnderTest application,
			RecordReader reader) {

		WaitSettings forReplies() {
			return with(new WaitSettings.Limits(this.properties.reply().timeout(), this.properties.reply().failFast()));
		}

		WaitSettings forFlows() {
			return with(new WaitSettings.Limits(this.properties.flow().timeout(), true));
		}

		private WaitSettings with(WaitSettings.Limits limits) {
			return new WaitSettings(limits, this.reader, this.scope, this.application, this.clients.watch());
		}

	}

}
