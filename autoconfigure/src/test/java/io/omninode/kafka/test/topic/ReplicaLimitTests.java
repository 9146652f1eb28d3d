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

package io.omninode.kafka.test.topic;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.support.TopicForRetryable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ReplicaLimit}.
 */
class ReplicaLimitTests {

	private final ReplicaLimit two = new ReplicaLimit(2);

	@Test
	void whatTheClusterCanHoldIsLeftAsItIs() {
		NewTopic plain = new NewTopic("a", 3, (short) 2).configs(Map.of("min.insync.replicas", "2"));
		NewTopic assigned = new NewTopic("a", Map.of(0, List.of(1, 2)));
		NewTopic byDefault = new NewTopic("a", -1, (short) -1).configs(Map.of("min.insync.replicas", "no number"));
		assertThat(this.two.apply(plain)).isSameAs(plain);
		assertThat(this.two.apply(assigned)).isSameAs(assigned);
		assertThat(this.two.apply(byDefault)).isSameAs(byDefault);
		NewTopic large = new NewTopic("a", 3, (short) 9).configs(Map.of("min.insync.replicas", "8"));
		assertThat(ReplicaLimit.NONE.apply(large)).isSameAs(large);
	}

	@Test
	void whatIsTooMuchIsLoweredAndNothingElseChanged() {
		Map<String, String> configs = Map.of("min.insync.replicas", "3", "cleanup.policy", "compact");
		assertThat(this.two.apply(new NewTopic("a", 3, (short) 5).configs(configs)))
			.isEqualTo(new NewTopic("a", 3, (short) 2)
				.configs(Map.of("min.insync.replicas", "2", "cleanup.policy", "compact")));
		assertThat(this.two.apply(new TopicForRetryable("a", 3, (short) 5))).isInstanceOf(TopicForRetryable.class)
			.isEqualTo(new TopicForRetryable("a", 3, (short) 2));
	}

	@Test
	void replicasOnBrokersThatAreNotThereAreLeftToTheCluster() {
		Map<Integer, List<Integer>> assigned = Map.of(0, List.of(1, 2), 1, List.of(2, 3), 2, List.of(3, 1));
		assertThat(this.two.apply(new NewTopic("a", assigned))).isEqualTo(new NewTopic("a", 3, (short) 2));
		assertThat(this.two.apply(new NewTopic("a", Map.of(0, List.of(7))))).isEqualTo(new NewTopic("a", 1, (short) 1));
		NewTopic inSync = new NewTopic("a", Map.of(0, List.of(2, 1))).configs(Map.of("min.insync.replicas", "3"));
		assertThat(this.two.apply(inSync))
			.isEqualTo(new NewTopic("a", Map.of(0, List.of(2, 1))).configs(Map.of("min.insync.replicas", "2")));
	}

	@Test
	void theTopicsAreNamedWithWhatWasDeclared() {
		List<NewTopic> topics = IntStream.range(0, 12).mapToObj((i) -> new NewTopic("t" + i, 1, (short) 3)).toList();
		assertThat(new ReplicaLimit(1).describe(topics)).startsWith(
				"The embedded cluster has 1 broker, which is as many replicas as these topics get: <t0> (declared with 3), ")
			.endsWith("<t9> (declared with 3) … and 2 more. "
					+ "kafka.test.embedded.brokers=3 starts as many brokers as they ask for");
	}

}
