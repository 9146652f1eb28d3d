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

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListGroupsResult;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;

/**
 * What all groups have committed, where some do not answer.
 */
class GroupRequestsTests {

	private static final TopicPartition PLACE = new TopicPartition("orders", 0);

	private final Admin admin = BDDMockito.mock(Admin.class);

	private final ListConsumerGroupOffsetsResult offsets = BDDMockito.mock(ListConsumerGroupOffsetsResult.class);

	private final GroupRequests groups = new GroupRequests(() -> this.admin, "User:test");

	@Test
	void aGroupThatIsGoneMeanwhileHasCommittedNothing() {
		groups(KafkaFuture.completedFuture(List.of(group("one"), group("gone"), group("test-own"))));
		BDDMockito.given(this.admin.listConsumerGroupOffsets(anyMap())).willReturn(this.offsets);
		BDDMockito.given(this.offsets.partitionsToOffsetAndMetadata("one"))
			.willReturn(KafkaFuture.completedFuture(Map.of(PLACE, new OffsetAndMetadata(7))));
		KafkaFutureImpl<Map<TopicPartition, OffsetAndMetadata>> gone = new KafkaFutureImpl<>();
		gone.completeExceptionally(new GroupIdNotFoundException("gone"));
		BDDMockito.given(this.offsets.partitionsToOffsetAndMetadata("gone")).willReturn(gone);
		assertThat(committed()).isEqualTo(Map.of("one", Map.of(PLACE, 7L), "gone", Map.of()));
	}

	@Test
	void whereThereIsNoGroupNobodyIsAsked() {
		groups(KafkaFuture.completedFuture(List.of(group("test-own"))));
		assertThat(committed()).isEmpty();
		BDDMockito.then(this.admin).should(BDDMockito.never()).listConsumerGroupOffsets(anyMap());
	}

	@Test
	void whenTheClusterDoesNotAnswerThatIsAnError() {
		groups(new KafkaFutureImpl<>());
		assertThatIllegalStateException().isThrownBy(this::committed)
			.withMessage("The consumer groups did not answer within 10ms");
	}

	@Test
	void whenTheClusterRefusesTheReasonIsGiven() {
		KafkaFutureImpl<Collection<GroupListing>> refused = new KafkaFutureImpl<>();
		refused.completeExceptionally(new IllegalArgumentException("not you"));
		groups(refused);
		assertThatIllegalStateException().isThrownBy(this::committed)
			.withMessage("The consumer groups cannot be asked: java.lang.IllegalArgumentException: not you");
	}

	private Map<String, Map<TopicPartition, Long>> committed() {
		return this.groups.committed(List.of(PLACE), (group) -> !group.startsWith("test-"), Duration.ofMillis(10));
	}

	private void groups(KafkaFuture<Collection<GroupListing>> answer) {
		ListGroupsResult result = BDDMockito.mock(ListGroupsResult.class);
		BDDMockito.given(result.all()).willReturn(answer);
		BDDMockito.given(this.admin.listGroups(any(ListGroupsOptions.class))).willReturn(result);
	}

	private static GroupListing group(String id) {
		return new GroupListing(id, Optional.of(GroupType.CLASSIC), "consumer", Optional.empty());
	}

}
