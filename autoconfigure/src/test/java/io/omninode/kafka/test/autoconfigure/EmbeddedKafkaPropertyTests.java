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

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.test.context.support.TestPropertySourceUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What still names the broker of {@code @EmbeddedKafka} after that annotation is gone
 * means the cluster of the tests.
 */
@ExtendWith(OutputCaptureExtension.class)
class EmbeddedKafkaPropertyTests {

	private static final String BROKERS = "${spring.embedded.kafka.brokers}";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false");

	@Test
	void inAPropertyOfTheApplicationItMeansTheEmbeddedBroker(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues("spring.kafka.bootstrap-servers=" + BROKERS,
					"spring.kafka.consumer.bootstrap-servers=" + BROKERS, "orders.brokers=" + BROKERS)
			.run((context) -> {
				assertUsesTheEmbeddedBroker(context);
				assertThat(context.getEnvironment().getProperty("orders.brokers")).isEqualTo(FakeEngine.SERVERS);
				assertThat(output).contains("no cluster is named for tests").doesNotContain("Not used:");
			});
	}

	@Test
	void inAPropertyOfTheTestItMeansTheEmbeddedBroker() {
		this.contextRunner
			.withInitializer((context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
					"spring.kafka.bootstrap-servers=" + BROKERS, "spring.kafka.producer.bootstrapServers=" + BROKERS))
			.run(EmbeddedKafkaPropertyTests::assertUsesTheEmbeddedBroker);
	}

	@Test
	void inOurOwnPropertyItMeansTheEmbeddedBroker() {
		this.contextRunner.withPropertyValues("kafka.test.bootstrap-servers=" + BROKERS)
			.run(EmbeddedKafkaPropertyTests::assertUsesTheEmbeddedBroker);
	}

	@Test
	void theBrokerOfAnEarlierTestClassIsNotUsed() {
		this.contextRunner.withSystemProperties("spring.embedded.kafka.brokers=127.0.0.1:1")
			.withInitializer((context) -> TestPropertySourceUtils.addInlinedPropertiesToEnvironment(context,
					"spring.kafka.bootstrap-servers=" + BROKERS))
			.run(EmbeddedKafkaPropertyTests::assertUsesTheEmbeddedBroker);
	}

	private static void assertUsesTheEmbeddedBroker(AssertableApplicationContext context) {
		assertThat(context).hasNotFailed();
		assertThat(context.getBean(TestBroker.class).mode()).isEqualTo(BrokerMode.EMBEDDED);
		assertThat(context.getBean(KafkaProperties.class).getBootstrapServers()).containsExactly(FakeEngine.SERVERS);
		KafkaConnectionDetails details = context.getBean(KafkaConnectionDetails.class);
		assertThat(details.getConsumer().getBootstrapServers()).containsExactly(FakeEngine.SERVERS);
		assertThat(details.getProducer().getBootstrapServers()).containsExactly(FakeEngine.SERVERS);
		assertThat(context.getEnvironment().getProperty("spring.embedded.kafka.brokers")).isEqualTo(FakeEngine.SERVERS);
	}

	@Test
	void onAnotherClusterItMeansThatOne() {
		this.contextRunner
			.withPropertyValues("kafka.test.bootstrap-servers=a:1,b:2", "spring.kafka.bootstrap-servers=" + BROKERS)
			.run((context) -> {
				assertThat(context.getBean(TestBroker.class).mode()).isEqualTo(BrokerMode.EXTERNAL);
				assertThat(context.getEnvironment().getProperty("spring.embedded.kafka.brokers")).isEqualTo("a:1,b:2");
				assertThat(context.getBean(KafkaProperties.class).getBootstrapServers()).containsExactly("a:1", "b:2");
			});
	}

	@Test
	void besideEmbeddedKafkaItMeansItsBroker() {
		EmbeddedKafkaBroker broker = Mockito.mock(EmbeddedKafkaBroker.class);
		BDDMockito.given(broker.getBrokersAsString()).willReturn("127.0.0.1:2");
		this.contextRunner.withBean(EmbeddedKafkaBroker.class, () -> broker)
			.withSystemProperties("spring.embedded.kafka.brokers=127.0.0.1:2")
			.withPropertyValues("spring.kafka.bootstrap-servers=" + BROKERS, "orders.brokers=" + BROKERS)
			.run((context) -> {
				assertThat(context.getBean(TestBroker.class).mode()).isEqualTo(BrokerMode.PROVIDED);
				assertThat(context.getEnvironment().getProperty("orders.brokers")).isEqualTo("127.0.0.1:2");
				assertThat(context.getBean(KafkaProperties.class).getBootstrapServers()).containsExactly("127.0.0.1:2");
			});
	}

}
