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

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts that run at the same time with containers that are made by hand.
 */
@SpringBootTest(classes = ContainersByHandIntegrationTests.Application.class)
@KafkaTest
class ContainersByHandIntegrationTests {

	/**
	 * The fields of the enclosing class have the beans of the nested one while its tests
	 * run.
	 */
	private static final AtomicReference<String> SERVERS = new AtomicReference<>();

	@Autowired
	private TestBroker broker;

	@Autowired
	private TestRecords records;

	@Autowired
	private Application application;

	@Test
	void theFirstContextReadsItsOwnRecords() {
		SERVERS.set(this.broker.bootstrapServers());
		this.records.send("by-hand.orders", "enclosing").awaitConsumed();
		assertThat(this.application.received).containsOnly("enclosing");
	}

	/**
	 * Its context starts while that of the enclosing class runs.
	 */
	@Nested
	@TestPropertySource(properties = "by-hand.context=nested")
	class WithItsOwnContext {

		@Test
		void theSecondContextHasABrokerOfItsOwn(@Autowired TestBroker own, @Autowired TestRecords ownRecords,
				@Autowired Application ownApplication) {
			assertThat(own.bootstrapServers()).isNotEqualTo(SERVERS.get());
			assertThat(SERVERS.get()).isNotNull();
			ownRecords.send("by-hand.orders", "nested").awaitConsumed();
			assertThat(ownApplication.received).containsExactly("nested");
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

		private final List<String> received = new CopyOnWriteArrayList<>();

		@Bean
		KafkaMessageListenerContainer<String, String> orders(ConsumerFactory<String, String> consumers) {
			ContainerProperties properties = new ContainerProperties("by-hand.orders");
			properties.setGroupId("by-hand");
			properties
				.setMessageListener((MessageListener<String, String>) (record) -> this.received.add(record.value()));
			return new KafkaMessageListenerContainer<>(consumers, properties);
		}

	}

}
