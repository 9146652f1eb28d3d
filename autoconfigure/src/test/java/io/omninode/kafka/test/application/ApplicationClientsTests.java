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

package io.omninode.kafka.test.application;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationClients}.
 */
class ApplicationClientsTests {

	@Test
	void aTemplateThatATestMocksIsNotCalled() {
		KafkaTemplate<?, ?> template = Mockito.mock();
		assertThat(ApplicationClients.producerFactories(template)).isEmpty();
		Mockito.verifyNoInteractions(template);
	}

	@Test
	void operationsOfAnotherKindAreAsked() {
		KafkaOperations<?, ?> operations = Mockito.mock(KafkaOperations.class, Mockito.CALLS_REAL_METHODS);
		assertThat(ApplicationClients.producerFactories(operations)).isEmpty();
	}

}
