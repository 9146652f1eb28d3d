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
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A context with a broker of its own.
 */
@Tag(KafkaTags.KAFKA)
@ExtendWith(OutputCaptureExtension.class)
class IsolatedBrokerIntegrationTests {

	private static final String OF_NO_USE = "Of no use: ";

	private static final String ISOLATED = "--kafka.test.embedded.isolated=true";

	@Test
	void aListenerThatReadsEverythingReadsOnlyTheRecordsOfItsOwnContext(CapturedOutput output) throws Exception {
		try (ConfigurableApplicationContext other = run()) {
			send(other, "of the other");
			awaitCached(other, "of the other");
			try (ConfigurableApplicationContext isolated = run(ISOLATED)) {
				assertThat(servers(isolated)).isNotEqualTo(servers(other));
				send(isolated, "own");
				awaitCached(isolated, "own");
				assertThat(cached(isolated)).containsExactly("own");
			}
			send(other, "of the other again");
			awaitCached(other, "of the other again");
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains("Tests use the embedded Kafka broker")))
			.element(1)
			.asString()
			.contains(
					": no cluster is named for tests, and kafka.test.embedded.isolated=true gives this context one of "
							+ "its own");
	}

	@Test
	void twoIsolatedContextsHaveABrokerEach() {
		try (ConfigurableApplicationContext first = run(ISOLATED);
				ConfigurableApplicationContext second = run(ISOLATED)) {
			assertThat(servers(first)).isNotEqualTo(servers(second));
		}
	}

	@Test
	void theBrokerOutlivesAPauseAndEndsWithItsContext() throws Exception {
		String servers;
		try (ConfigurableApplicationContext context = run(ISOLATED)) {
			servers = servers(context);
			context.pause();
			connect(servers);
			context.restart();
			send(context, "after the pause");
			awaitCached(context, "after the pause");
		}
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(servers));
	}

	@Test
	void theBrokerEndsWithAStartThatFails() {
		assertThatException()
			.isThrownBy(
					() -> new SpringApplicationBuilder(Failing.class).run(ISOLATED, "--spring.main.banner-mode=off"))
			.satisfies((ex) -> assertThatExceptionOfType(ConnectException.class)
				.isThrownBy(() -> connect(serversIn(NestedExceptionUtils.getMostSpecificCause(ex)))));
	}

	private static String serversIn(Throwable failure) {
		assertThat(failure).hasMessageStartingWith(OF_NO_USE);
		return failure.getMessage().substring(OF_NO_USE.length());
	}

	private static ConfigurableApplicationContext run(String... args) {
		return new SpringApplicationBuilder(Cache.class).run(args);
	}

	private static String servers(ConfigurableApplicationContext context) {
		return context.getBean(TestBroker.class).bootstrapServers();
	}

	private static void connect(String servers) throws IOException {
		int port = Integer.parseInt(servers.substring(servers.indexOf(':') + 1));
		new Socket(InetAddress.getLoopbackAddress(), port).close();
	}

	@SuppressWarnings("unchecked")
	private static void send(ConfigurableApplicationContext context, String value) throws Exception {
		context.getBean(KafkaTemplate.class).send("isolated.cache", value).get(1, TimeUnit.MINUTES);
	}

	private static List<String> cached(ConfigurableApplicationContext context) {
		return context.getBean(Cache.class).records;
	}

	private static void awaitCached(ConfigurableApplicationContext context, String value) {
		Awaitility.await().until(() -> cached(context).contains(value));
	}

	/**
	 * Reads everything there is whenever it starts.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Cache {

		private final List<String> records = new CopyOnWriteArrayList<>();

		@KafkaListener(topics = "isolated.cache", groupId = "#{T(java.util.UUID).randomUUID().toString()}",
				properties = "auto.offset.reset=earliest")
		void on(String record) {
			this.records.add(record);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Failing {

		@Bean
		Object failing(@Value("${spring.kafka.bootstrap-servers}") String servers) {
			throw new IllegalStateException(OF_NO_USE + servers);
		}

	}

}
