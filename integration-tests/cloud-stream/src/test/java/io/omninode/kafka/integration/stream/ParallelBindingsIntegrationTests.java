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

package io.omninode.kafka.integration.stream;

import java.util.concurrent.atomic.AtomicReference;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contexts with bindings of Spring Cloud Stream that run at the same time.
 */
@SpringBootTest(classes = StreamApplication.class)
@KafkaTest
class ParallelBindingsIntegrationTests {

	/**
	 * The fields of the enclosing class have the beans of the nested one while its tests
	 * run.
	 */
	private static final AtomicReference<String> SERVERS = new AtomicReference<>();

	@Test
	void theFirstContextHasABroker(@Autowired TestBroker broker) {
		SERVERS.set(broker.bootstrapServers());
		assertThat(SERVERS.get()).startsWith("127.0.0.1:");
	}

	/**
	 * Its context starts while that of the enclosing class runs.
	 */
	@Nested
	@TestPropertySource(properties = "parallel.context=nested")
	class WithItsOwnContext {

		@Test
		void theSecondContextHasABrokerOfItsOwn(@Autowired TestBroker own) {
			assertThat(SERVERS.get()).isNotNull();
			assertThat(own.bootstrapServers()).isNotEqualTo(SERVERS.get());
		}

	}

}
