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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration;
import io.omninode.kafka.test.autoconfigure.KafkaTestProperties;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.fixture.FakeEngine;
import io.omninode.kafka.test.topic.TestTopics;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.support.DynamicPropertyRegistrarBeanInitializer;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class ClusterChoiceTests {

	private static final String EMBEDDED = FakeEngine.SERVERS;

	private static final String[] PRODUCTION = { "spring.kafka.bootstrap-servers=kafka.production.invalid:9093",
			"spring.kafka.security.protocol=SASL_SSL", "spring.kafka.admin.auto-create=false" };

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues(PRODUCTION);

	@Test
	void whenNothingIsNamedTheEmbeddedBrokerIsUsed() {
		this.contextRunner.run((context) -> {
			TestBroker broker = context.getBean(TestBroker.class);
			assertThat(broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
			assertThat(broker.bootstrapServers()).isEqualTo(EMBEDDED);
			KafkaConnectionDetails details = context.getBean(KafkaConnectionDetails.class);
			assertThat(details.getBootstrapServers()).containsExactly(EMBEDDED);
			assertThat(details.getSecurityProtocol()).isEqualTo("PLAINTEXT");
		});
	}

	@Test
	void theApplicationsClusterReachesNoClientHoweverItIsSet() {
		this.contextRunner.withUserConfiguration(HandBuiltConfiguration.class)
			.withPropertyValues("spring.kafka.consumer.bootstrap-servers=c.invalid:1",
					"spring.kafka.producer.bootstrap-servers[0]=p.invalid:1",
					"spring.kafka.streams.bootstrap-servers=s.invalid:1", "spring.kafka.consumer.security.protocol=SSL",
					"spring.kafka.properties.security.protocol=SASL_PLAINTEXT",
					"spring.kafka.producer.properties[bootstrap.servers]=raw.invalid:1")
			.run((context) -> {
				KafkaConnectionDetails details = context.getBean(KafkaConnectionDetails.class);
				for (KafkaConnectionDetails.Configuration each : List.of(details.getConsumer(), details.getProducer(),
						details.getAdmin(), details.getStreams())) {
					assertThat(each.getBootstrapServers()).containsExactly(EMBEDDED);
					assertThat(each.getSecurityProtocol()).isEqualTo("PLAINTEXT");
				}
				KafkaProperties properties = context.getBean(KafkaProperties.class);
				assertLeadsToEmbedded(properties.buildConsumerProperties());
				assertLeadsToEmbedded(properties.buildProducerProperties());
				assertLeadsToEmbedded(properties.buildAdminProperties());
				assertLeadsToEmbedded(properties.buildStreamsProperties());
				assertThat(context.getBean("servers")).isEqualTo(EMBEDDED);
				DefaultKafkaConsumerFactory<?, ?> handBuilt = context.getBean(DefaultKafkaConsumerFactory.class);
				assertLeadsToEmbedded(handBuilt.getConfigurationProperties());
			});
	}

	private static void assertLeadsToEmbedded(Map<String, Object> configuration) {
		assertThat(configuration.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)).asString()
			.isIn(EMBEDDED, "[" + EMBEDDED + "]");
		assertThat(configuration).containsEntry(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
	}

	@Test
	void whenAnExternalClusterIsNamedItIsUsedWithTheApplicationsSecurity() {
		this.contextRunner.withPropertyValues("kafka.test.bootstrap-servers=a:1,b:2").run((context) -> {
			assertThat(context.getBean(TestBroker.class).mode()).isEqualTo(BrokerMode.EXTERNAL);
			KafkaConnectionDetails details = context.getBean(KafkaConnectionDetails.class);
			assertThat(details.getBootstrapServers()).containsExactly("a:1", "b:2");
			assertThat(details.getSecurityProtocol()).isEqualTo("SASL_SSL");
		});
	}

	@Test
	void theSecurityProtocolOfAnExternalClusterTakesThePlaceOfTheApplications() {
		this.contextRunner
			.withPropertyValues("kafka.test.bootstrap-servers=a:1", "kafka.test.security-protocol=PLAINTEXT")
			.run((context) -> assertThat(context.getBean(KafkaConnectionDetails.class).getSecurityProtocol())
				.isEqualTo("PLAINTEXT"));
	}

	@Test
	void whenExternalIsAskedForWithoutServersTheDefaultIsUsed() {
		this.contextRunner.withPropertyValues("kafka.test.broker=external")
			.run((context) -> assertThat(context.getBean(TestBroker.class))
				.isEqualTo(TestBroker.of("localhost:19092", BrokerMode.EXTERNAL)));
	}

	@Test
	void anExternalClusterMayBeTheApplicationsOwnByPlaceholder() {
		this.contextRunner.withPropertyValues("kafka.test.bootstrap-servers=${spring.kafka.bootstrap-servers}")
			.run((context) -> assertThat(context.getBean(TestBroker.class))
				.isEqualTo(TestBroker.of("kafka.production.invalid:9093", BrokerMode.EXTERNAL)));
	}

	@Test
	void serversThatTheTestItselfSetsWin() {
		this.contextRunner
			.withInitializer((context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
					"spring.kafka.bootstrapServers=inline:1"))
			.withPropertyValues("kafka.test.bootstrap-servers=external:1",
					"spring.kafka.consumer.bootstrap-servers=c.invalid:1")
			.run((context) -> {
				assertThat(context.getBean(TestBroker.class)).isEqualTo(TestBroker.of("inline:1", BrokerMode.EXTERNAL));
				assertThat(context.getBean(KafkaConnectionDetails.class).getConsumer().getBootstrapServers())
					.containsExactly("inline:1");
			});
	}

	@Test
	void serversThatADynamicPropertyRegistrarSetsWin() {
		this.contextRunner.withBean(DynamicPropertyRegistrarBeanInitializer.class)
			.withBean(DynamicPropertyRegistrar.class,
					() -> (registry) -> registry.add("spring.kafka.bootstrap-servers", () -> "registrar:1"))
			.run((context) -> {
				assertThat(context.getBean(TestBroker.class))
					.isEqualTo(TestBroker.of("registrar:1", BrokerMode.EXTERNAL));
				assertThat(context.getBean(KafkaConnectionDetails.class).getBootstrapServers())
					.containsExactly("registrar:1");
			});
	}

	@Test
	void ourServersMayComeFromADynamicPropertyRegistrar() {
		this.contextRunner.withBean(DynamicPropertyRegistrarBeanInitializer.class)
			.withBean(DynamicPropertyRegistrar.class,
					() -> (registry) -> registry.add("kafka.test.bootstrap-servers", () -> "registrar:1"))
			.run((context) -> assertThat(context.getBean(TestBroker.class))
				.isEqualTo(TestBroker.of("registrar:1", BrokerMode.EXTERNAL)));
	}

	@Test
	void aSourceThatTheApplicationPutsFirstDoesNotDecide() {
		this.contextRunner
			.withInitializer(
					(context) -> addFirst(context, Map.of("spring.kafka.bootstrap-servers", "config.server:1")))
			.run((context) -> assertThat(context.getBean(KafkaConnectionDetails.class).getBootstrapServers())
				.containsExactly(EMBEDDED));
	}

	private static void addFirst(ConfigurableApplicationContext context, Map<String, Object> properties) {
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("bootstrapProperties", properties));
	}

	@Test
	void connectionDetailsOfTheUserAreUsedAsTheyAre() {
		this.contextRunner.withUserConfiguration(HandBuiltConfiguration.class)
			.withBean("mine", KafkaConnectionDetails.class, () -> () -> List.of("mine:1"))
			.withPropertyValues("kafka.test.bootstrap-servers=external:1")
			.run((context) -> {
				assertThat(context).hasSingleBean(KafkaConnectionDetails.class);
				assertThat(context.getBean(TestBroker.class)).isEqualTo(TestBroker.of("mine:1", BrokerMode.PROVIDED));
				assertThat(context.getBean("servers")).isEqualTo("mine:1");
				assertThat(context.getBean(KafkaProperties.class).getBootstrapServers()).containsExactly("mine:1");
			});
	}

	@Test
	void aClusterThatTheTestBringsGetsNoTopicsThatTheTestDoesNotKnowOf() {
		ApplicationContextRunner provided = this.contextRunner
			.withBean("mine", KafkaConnectionDetails.class, () -> () -> List.of("mine:1"))
			.withPropertyValues("kafka.test.topics.orders=orders");
		provided.run((context) -> {
			assertThat(context.getBean(TestTopics.class).asMap()).containsOnly(Map.entry("orders", "orders"));
			assertThat(context.getBeansOfType(NewTopic.class).values()).singleElement()
				.extracting(NewTopic::name)
				.isEqualTo("orders");
		});
		provided.withPropertyValues("kafka.test.codegen-topics=true").run((context) -> {
			assertThat(context.getBean(TestTopics.class).asMap()).hasSize(9);
			assertThat(context.getBeansOfType(NewTopic.class)).hasSize(9);
		});
	}

	@Test
	void anyOtherClusterHasTheCodegenTopics() {
		this.contextRunner.run((context) -> assertThat(context.getBean(TestTopics.class).asMap()).hasSize(8));
		this.contextRunner.withPropertyValues("kafka.test.bootstrap-servers=a:1")
			.run((context) -> assertThat(context.getBeansOfType(NewTopic.class)).hasSize(8));
	}

	@Test
	void whenBootsKafkaIsExcludedOurClientsStillReachTheCluster() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(KafkaTestAutoConfiguration.class, KafkaTestClientsAutoConfiguration.class))
			.withBean(BrokerEngine.class, FakeEngine::new)
			.withPropertyValues(PRODUCTION)
			.run((context) -> {
				assertThat(context.getBean(TestBroker.class).bootstrapServers()).isEqualTo(EMBEDDED);
				assertLeadsToEmbedded(context.getBean(TestClients.class).settings().admin());
			});
	}

	@Test
	void whenSwitchedOffNothingOfOursIsThere() {
		this.contextRunner.withPropertyValues("kafka.test.enabled=false").run((context) -> {
			assertThat(context.getBeanDefinitionNames()).noneMatch((name) -> name.startsWith("kafkaTest"));
			assertThat(context).doesNotHaveBean(TestBroker.class).doesNotHaveBean(KafkaTestProperties.class);
			assertThat(context.getBean(KafkaConnectionDetails.class).getBootstrapServers())
				.containsExactly("kafka.production.invalid:9093");
		});
	}

	@Test
	void oneLineSaysWhichBrokerIsUsedAndWhatIsSetAside(CapturedOutput output) {
		this.contextRunner
			.run((context) -> assertThat(output).containsOnlyOnce("Tests use the embedded Kafka broker at " + EMBEDDED
					+ ": no cluster is named for tests. Not used: "
					+ "spring.kafka.bootstrap-servers=kafka.production.invalid:9093 (from \"spring.kafka.bootstrap-servers\" "
					+ "from property source \"test\"); "
					+ "kafka.test.bootstrap-servers=kafka.production.invalid:9093 would use it"));
	}

	@Configuration(proxyBeanMethods = false)
	static class HandBuiltConfiguration {

		@Bean
		String servers(@Value("${spring.kafka.bootstrap-servers}") String servers) {
			return servers;
		}

		@Bean
		DefaultKafkaConsumerFactory<Object, Object> consumerFactory(KafkaProperties properties) {
			return new DefaultKafkaConsumerFactory<>(properties.buildConsumerProperties());
		}

	}

}
