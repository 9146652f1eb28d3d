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

package io.omninode.kafka.test.flow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.application.ReadyApplication;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.diagnosis.Sources;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.mockito.BDDMockito;
import tools.jackson.databind.json.JsonMapper;

import static org.mockito.ArgumentMatchers.any;

/**
 * A flow that is made by hand.
 */
class FlowFixture {

	static final TopicNames NAMES = TopicNames.of(Map.of("order-request", "orders", "order-response", "replies",
			"bill-request", "bills", "bill-response", "paid", "audit", "audit"));

	private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

	private final Map<TopicPartition, Long> committed = new HashMap<>();

	private final ConsumerGroups groups = BDDMockito.mock(ConsumerGroups.class);

	FlowFixture on(String topic, long timestamp) {
		return on(topic, timestamp, "k");
	}

	FlowFixture on(String topic, long timestamp, String key) {
		long offset = this.records.stream().filter((record) -> record.topic().equals(topic)).count();
		this.records.add(new ConsumerRecord<>(topic, 0, offset, 1_000_000 + timestamp, TimestampType.CREATE_TIME, 1, 1,
				key.getBytes(StandardCharsets.UTF_8), new byte[9], new RecordHeaders(), Optional.empty()));
		return this;
	}

	FlowFixture consumed(String topic, long next) {
		this.committed.put(new TopicPartition(topic, 0), next);
		return this;
	}

	ConsumerGroups groups() {
		return this.groups;
	}

	Flow flow() {
		BDDMockito.given(this.groups.committedByGroup(any(), any())).willReturn(Map.of("service", this.committed));
		return flow(FlowTopics.of(NAMES, List.of()));
	}

	Flow flowWithoutCluster() {
		BDDMockito.given(this.groups.committedByGroup(any(), any())).willThrow(new IllegalStateException("closed"));
		return flow(FlowTopics.of(NAMES, List.of()));
	}

	private Flow flow(FlowTopics topics) {
		return new Flow(
				new FlowContext("order-42", topics,
						new Sources(BDDMockito.mock(Tap.class), new TestScope(), ReadyApplication.create(),
								RecordReader.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared())),
								ClusterWatch.none()),
						new CommittedOffsets(this.groups, Set.of()), Links.none()),
				this.records);
	}

}
