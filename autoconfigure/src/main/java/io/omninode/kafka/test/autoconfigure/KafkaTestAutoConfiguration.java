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

import io.omninode.kafka.test.autoconfigure.application.CheckedListeners;
import io.omninode.kafka.test.autoconfigure.application.DeclaredReplicas;
import io.omninode.kafka.test.autoconfigure.application.EmbeddedPace;
import io.omninode.kafka.test.autoconfigure.application.ForeignClusterPostProcessor;
import io.omninode.kafka.test.autoconfigure.application.ForeignClusters;
import io.omninode.kafka.test.autoconfigure.application.HeldClients;
import io.omninode.kafka.test.autoconfigure.application.ListenerClusters;
import io.omninode.kafka.test.autoconfigure.application.StreamsDefaults;
import io.omninode.kafka.test.autoconfigure.application.StreamsState;
import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.client.TestClients;
import org.apache.kafka.clients.admin.Admin;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the Kafka that tests use: chooses
 * the cluster and puts it into the environment before Boot's own Kafka beans are created.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = KafkaAutoConfiguration.class,
		afterName = "org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration")
@ConditionalOnClass({ KafkaTemplate.class, KafkaAutoConfiguration.class })
@ConditionalOnBooleanProperty(name = "kafka.test.enabled", matchIfMissing = true)
@EnableConfigurationProperties(KafkaTestProperties.class)
@Import(KafkaTestRegistrar.class)
public final class KafkaTestAutoConfiguration {

	@Bean
	static ForeignClusterPostProcessor kafkaTestForeignClusterPostProcessor(TestCluster cluster,
			ObjectProvider<TestClients> clients) {
		return new ForeignClusterPostProcessor(
				new ForeignClusters(cluster, () -> clients.getObject().settings().consumerConnection()),
				new HeldClients(), new EmbeddedPace(cluster));
	}

	@Bean
	static CheckedListeners kafkaTestCheckedListeners() {
		return new CheckedListeners();
	}

	@Bean
	static DeclaredReplicas kafkaTestDeclaredReplicas(DefaultListableBeanFactory beanFactory, TestCluster cluster) {
		return new DeclaredReplicas(beanFactory, cluster);
	}

	@Bean
	@ConditionalOnClass(name = "org.apache.kafka.streams.KafkaStreams")
	static StreamsDefaults kafkaTestStreamsDefaults(TestCluster cluster, ConfigurableListableBeanFactory beanFactory) {
		return new StreamsDefaults(cluster, beanFactory);
	}

	@Bean
	@ConditionalOnClass(name = "org.apache.kafka.streams.KafkaStreams")
	StreamsState kafkaTestStreamsState(StreamsDefaults defaults,
			@Qualifier("kafkaTestAdmin") ObjectProvider<Admin> admin) {
		return new StreamsState(defaults, admin);
	}

	@Bean
	ListenerClusters kafkaTestListenerClusters(ConfigurableListableBeanFactory beanFactory,
			ForeignClusterPostProcessor clients) {
		return new ListenerClusters(beanFactory, clients);
	}

}
