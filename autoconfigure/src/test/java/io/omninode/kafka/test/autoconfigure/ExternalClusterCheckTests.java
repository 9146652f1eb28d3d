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

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaAdmin;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ExternalClusterCheck}: contexts whose external cluster is not there.
 */
@ExtendWith(OutputCaptureExtension.class)
class ExternalClusterCheckTests {

	/**
	 * Kafka's admin client alone tries for half a minute.
	 */
	private static final Duration SOON = Duration.ofSeconds(15);

	private static final Socket REFUSING = new Socket();

	private static String address;

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(KafkaTestAutoConfiguration.class,
				KafkaTestClientsAutoConfiguration.class, KafkaAutoConfiguration.class))
		.withBean(BrokerEngine.class, FakeEngine::new);

	/**
	 * Take a port and do not listen on it.
	 */
	@BeforeAll
	static void takePort() throws IOException {
		REFUSING.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
		address = "127.0.0.1:" + REFUSING.getLocalPort();
	}

	@AfterAll
	static void releasePort() throws IOException {
		REFUSING.close();
	}

	@Test
	void aContextWithAListenerDoesNotStart() {
		named().withUserConfiguration(Listening.class).run((context) -> {
			assertThat(context).hasFailed();
			FailureAnalysis analysis = new ClusterUnavailableFailureAnalyzer().analyze(context.getStartupFailure());
			assertThat(analysis).isNotNull();
			assertThat(analysis.getDescription())
				.isEqualTo("Kafka at <" + address + "> refused the connection. It is the cluster of the tests because "
						+ "of kafka.test.bootstrap-servers=" + address
						+ " (from \"kafka.test.bootstrap-servers\" from property source \"test\").");
			assertThat(analysis.getAction()).isEqualTo("See to the cluster: nothing listens on that port: start the "
					+ "broker, see why it ended, or correct the address. Or remove the property to use the embedded "
					+ "broker, or set kafka.test.broker=embedded. @KafkaTest on a test class skips it where the "
					+ "cluster does not answer.");
		});
	}

	@Test
	void aContextWithoutAListenerStartsSoonAndSaysSo(CapturedOutput output) {
		long begin = System.nanoTime();
		named().run((context) -> assertThat(context).hasNotFailed());
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
		assertThat(output).contains("Kafka at <" + address + "> refused the connection. It is the cluster of the tests")
			.contains("Topics are not created");
	}

	@Test
	void aContextWhoseListenersDoNotStartStarts() {
		named().withUserConfiguration(Listening.class)
			.withPropertyValues("spring.kafka.listener.auto-startup=false")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void anAdminByHandDoesNotHoldUpTheStart() {
		long begin = System.nanoTime();
		named().withUserConfiguration(AdminByHand.class).run((context) -> assertThat(context).hasNotFailed());
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
	}

	@Test
	void whereTheClusterIsRequiredNoContextStarts() {
		named().withPropertyValues("kafka.test.when-unavailable=fail")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(ClusterUnavailableException.class));
		named().withPropertyValues("spring.kafka.admin.fail-fast=true")
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(ClusterUnavailableException.class));
	}

	private ApplicationContextRunner named() {
		return this.contextRunner.withPropertyValues("kafka.test.bootstrap-servers=" + address);
	}

	@Configuration(proxyBeanMethods = false)
	static class Listening {

		@KafkaListener(topics = "orders", groupId = "orders")
		void on(String order) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AdminByHand {

		@Bean
		KafkaAdmin ownAdmin(org.springframework.boot.kafka.autoconfigure.KafkaProperties properties) {
			return new KafkaAdmin(properties.buildAdminProperties());
		}

	}

}
