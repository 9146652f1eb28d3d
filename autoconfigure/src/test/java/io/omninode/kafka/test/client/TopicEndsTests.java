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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ListTopicsResult;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyMap;

/**
 * A topic that is deleted while its end is asked for: mocked, since the moment cannot be
 * chosen with a broker.
 */
class TopicEndsTests {

	private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private final KafkaFutureImpl<ListOffsetsResult.ListOffsetsResultInfo> answer = new KafkaFutureImpl<>();

	private final Admin admin = BDDMockito.mock(Admin.class);

	private final TopicEnds ends = new TopicEnds(() -> this.admin, ClusterWatch.none());

	@BeforeEach
	void describe() {
		Node node = Node.noNode();
		TopicDescription topic = new TopicDescription("orders", false,
				List.of(new TopicPartitionInfo(0, node, List.of(), List.of())));
		DescribeTopicsResult described = BDDMockito.mock(DescribeTopicsResult.class);
		BDDMockito.given(described.topicNameValues()).willReturn(Map.of("orders", KafkaFuture.completedFuture(topic)));
		BDDMockito.given(this.admin.describeTopics(anyCollection(), any(DescribeTopicsOptions.class)))
			.willReturn(described);
		BDDMockito.given(this.admin.listOffsets(anyMap(), any(ListOffsetsOptions.class)))
			.willReturn(new ListOffsetsResult(Map.of(PARTITION, this.answer)));
	}

	private void list(Set<String> topics) {
		ListTopicsResult listed = BDDMockito.mock(ListTopicsResult.class);
		BDDMockito.given(listed.names()).willReturn(KafkaFuture.completedFuture(topics));
		BDDMockito.given(this.admin.listTopics(any(ListTopicsOptions.class))).willReturn(listed);
	}

	@Test
	void theEndOfADeletedTopicIsNotWaitedFor() throws Exception {
		list(Set.of("bills"));
		assertThat(this.ends.readable(List.of("orders"), TIMEOUT)).isEmpty();
		assertThat(this.answer.isDone()).isFalse();
	}

	@Test
	void aDeletedTopicHasNoEnd() throws Exception {
		list(Set.of());
		this.answer.completeExceptionally(new TimeoutException("Unknown topic or partition"));
		assertThat(this.ends.readable(List.of("orders"), TIMEOUT)).isEmpty();
	}

	@Test
	void aTopicThatIsThereFailsTheQuestionIfItDoesNotAnswer() {
		list(Set.of("orders"));
		this.answer.completeExceptionally(new TimeoutException("Timed out"));
		assertThatException().isThrownBy(() -> this.ends.readable(List.of("orders"), TIMEOUT))
			.withCauseInstanceOf(TimeoutException.class);
	}

}
