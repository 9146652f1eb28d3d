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

package io.omninode.kafka.test.load;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoadProducer}.
 */
class LoadProducerTests {

	@Test
	void aProducerOfALoadHasMoreRoom() {
		assertThat(LoadProducer.properties(Map.of("acks", "all", "max.in.flight.requests.per.connection", 1)))
			.containsOnly(Map.entry("acks", "all"), Map.entry("max.in.flight.requests.per.connection", 5),
					Map.entry("batch.size", 65_536), Map.entry("buffer.memory", 67_108_864L));
	}

	@Test
	void whatTheUserSetsWins() {
		assertThat(LoadProducer.properties(Map.of("batch.size", "1", "buffer.memory", "2", "linger.ms", "3")))
			.containsEntry("batch.size", "1")
			.containsEntry("buffer.memory", "2")
			.containsEntry("linger.ms", "3");
	}

	@Test
	void requestsArePartOfNoTransaction() {
		assertThat(LoadProducer.properties(Map.of("transactional.id", "mine"))).doesNotContainKey("transactional.id");
	}

}
