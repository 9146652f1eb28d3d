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

package io.omninode.kafka.samples.orders;

import java.util.Map;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.BrokerSpecification;
import io.omninode.kafka.test.broker.RunningBroker;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cluster that a property names when the tests run, and not when their contexts are
 * processed.
 */
@SpringBootTest(properties = "kafka.test.security-protocol=PLAINTEXT")
@ActiveProfiles("test")
@Tag(KafkaTags.KAFKA)
class OrdersOnAnExternalClusterIntegrationTests {

	@DynamicPropertySource
	static void external(DynamicPropertyRegistry registry) {
		boolean isProcessed = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
		registry.add("kafka.test.bootstrap-servers", () -> isProcessed ? "localhost:9092" : External.servers());
	}

	@Test
	void anOrderIsConfirmedOnTheExternalCluster(@Autowired TestBroker broker, @Autowired TestRecords records) {
		assertThat(broker.mode()).isEqualTo(BrokerMode.EXTERNAL);
		assertThat(broker.bootstrapServers()).isEqualTo(External.servers());
		records.send("orders", "placed").awaitConsumedBy("orders");
		assertThat(records.on("orders.confirmed").await().key()).isNull();
	}

	@AfterAll
	static void stop() {
		External.broker.close();
	}

	/**
	 * A cluster that is there while the tests run, and not while their contexts are
	 * processed.
	 */
	private static final class External {

		private static final RunningBroker broker = BrokerEngine.kraft().start(new BrokerSpecification(1, Map.of()));

		static String servers() {
			broker.awaitStarted();
			return broker.bootstrapServers();
		}

	}

}
