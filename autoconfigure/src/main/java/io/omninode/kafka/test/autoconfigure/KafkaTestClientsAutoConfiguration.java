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
import io.omninode.kafka.test.application.Publications;
import io.omninode.kafka.test.autoconfigure.application.BinderClients;
import io.omninode.kafka.test.autoconfigure.application.EmbeddedPace;
import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.cluster.TestClusterConnectionDetails;
import io.omninode.kafka.test.broker.RunningBroker;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.connectivity.KafkaConnectivity;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.admin.Admin;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;

/**
 * {@link EnableAutoConfiguration Auto-configuration} of the beans with which tests use
 * Kafka.
 * <p>
 * Most beans are lazy, so only those that a test uses are created. No bean here is a
 * candidate where the application or Boot asks for one of Kafka's or Spring Kafka's
 * types: beans of such a type are injected by qualifier only.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { KafkaTestAutoConfiguration.class, KafkaAutoConfiguration.class },
		afterName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
@ConditionalOnBean(TestCluster.class)
@Import({ RepliesConfiguration.class, LoadConfiguration.class })
public final class KafkaTestClientsAutoConfiguration {

	@Bean
	KafkaSettings kafkaTestKafkaSettings(ObjectProvider<KafkaProperties> properties,
			ObjectProvider<KafkaConnectionDetails> details, Environment environment, TestCluster cluster) {
		return new KafkaSettings(properties.getIfUnique(() -> KafkaSettings.bind(environment)),
				details.getIfUnique(() -> new TestClusterConnectionDetails(cluster)));
	}

	@Bean
	@ConditionalOnMissingBean
	TestBroker testBroker(TestCluster cluster, KafkaSettings kafka, TestScope scope,
			ConfigurableListableBeanFactory beanFactory) {
		RunningBroker embedded = cluster.embedded();
		TestBroker broker = (embedded != null) ? TestBroker.of(embedded, scope::add)
				: TestBroker.of(String.join(",", kafka.details().getBootstrapServers()), cluster.choice().mode());
		new ClusterAnnouncement(cluster).announce(broker);
		new StarterAdditions(beanFactory).announce();
		return broker;
	}

	@Bean
	@ConditionalOnMissingBean
	@Lazy
	KafkaConnectivity kafkaConnectivity(KafkaSettings kafka, KafkaTestProperties properties) {
		KafkaConnectionDetails.Configuration admin = kafka.details().getAdmin();
		return ConnectivityFactory.create(admin.getBootstrapServers(), admin.getSecurityProtocol(),
				properties.connectivity());
	}

	@Bean
	@ConditionalOnMissingBean
	TopicNames kafkaTestTopicNames(KafkaTestProperties properties, TestCluster cluster) {
		return TopicSettings.names(properties, cluster);
	}

	@Bean
	@ConditionalOnMissingBean
	TestTopics testTopics(TopicNames names, @Qualifier("kafkaTestAdmin") ObjectProvider<Admin> admin,
			KafkaTestProperties properties, TestClients clients, TestCluster cluster) {
		KafkaTestProperties.Topic topic = properties.topic();
		return TestTopics.watched(TestTopics.of(names, admin::getObject, topic.partitions(), topic.replicationFactor(),
				cluster.replicaLimit()), clients.watch());
	}

	@Bean
	TestClients kafkaTestClients(KafkaTestProperties properties, KafkaSettings kafka, ObjectProvider<JsonMapper> mapper,
			ListableBeanFactory beanFactory) {
		return new TestClients(new ClientSettingsFactory(properties, kafka).create(),
				() -> new ApplicationJson(mapper, beanFactory).format());
	}

	@Bean(defaultCandidate = false)
	@Qualifier("kafkaTestAdmin")
	@Lazy
	Admin kafkaTestAdmin(TestClients clients) {
		return clients.admin();
	}

	@Bean(defaultCandidate = false)
	@Qualifier("kafkaTestProducerFactory")
	@Lazy
	ProducerFactory<String, Object> kafkaTestProducerFactory(TestClients clients) {
		return clients.producerFactory();
	}

	@Bean(defaultCandidate = false)
	@Qualifier("kafkaTestTemplate")
	@Lazy
	KafkaTemplate<String, Object> kafkaTestTemplate(
			@Qualifier("kafkaTestProducerFactory") ProducerFactory<String, Object> producerFactory, TopicEnds ends) {
		KafkaTemplate<String, Object> template = new KafkaTemplate<>(producerFactory);
		template.setProducerInterceptor(new UsedTopics<>(ends));
		return template;
	}

	@Bean(defaultCandidate = false)
	@Qualifier("kafkaTestConsumerFactory")
	@Lazy
	ConsumerFactory<String, Object> kafkaTestConsumerFactory(TestClients clients) {
		return clients.consumerFactory();
	}

	@Bean
	static ListenerContainers kafkaTestListenerContainers(ListableBeanFactory beanFactory) {
		return new ListenerContainers(beanFactory);
	}

	@Bean
	ListenerTopics kafkaTestListenerTopics(ConfigurableListableBeanFactory beanFactory, TestCluster cluster,
			ListenerContainers containers, ObjectProvider<TestTopics> topics) {
		return new ListenerTopics(beanFactory, cluster, containers, topics);
	}

	@Bean
	static ApplicationClients kafkaTestApplicationClients(Environment environment,
			ObjectProvider<TestClients> clients) {
		return new ApplicationClients(environment.getProperty("kafka.test.diagnosis.enabled", Boolean.class, true)
				? Publications.watched((object) -> clients.getObject().json().write(object))
				: Publications.unwatched());
	}

	@Bean
	@ConditionalOnClass(name = BinderClients.CUSTOMIZER)
	static BinderClients kafkaTestBinderClients(ApplicationClients clients, TestCluster cluster) {
		return new BinderClients(clients, new EmbeddedPace(cluster));
	}

	/**
	 * Return a filter for the beans that must be created eagerly, even if all beans are
	 * lazy.
	 */
	@Bean
	static LazyInitializationExcludeFilter kafkaTestEagerBeans() {
		return LazyInitializationExcludeFilter.forBeanTypes(TestBroker.class, Tap.class, TestScopeListener.class,
				BrokerStart.class, ListenerOutcomes.class);
	}

	@Bean
	TopicEnds kafkaTestTopicEnds(@Qualifier("kafkaTestAdmin") ObjectProvider<Admin> admin, TestClients clients) {
		return new TopicEnds(admin::getObject, clients.watch());
	}

	@Bean
	TestScope kafkaTestScope(TopicEnds ends) {
		return new TestScope(ends::note);
	}

	@Bean
	TestScopeListener kafkaTestScopeListener(TestScope scope) {
		return new TestScopeListener(scope);
	}

	@Bean
	@ConditionalOnMissingBean
	@Lazy
	TestConsumers testConsumers(TestClients clients, TestTopics topics, TopicNames names, TestScope scope,
			TopicEnds ends) {
		ends.declare(names.asMap().values());
		return TestConsumers.of(clients, topics, names, scope, ends);
	}

}
