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

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;

/**
 * Tests for {@link DefaultTopicIntroduction} with a cluster that does not tell whether it
 * creates topics.
 */
class DefaultTopicIntroductionTests {

	private final TestTopics topics = mock(TestTopics.class);

	private final Admin admin = mock(Admin.class);

	private final DefaultTopicIntroduction introduction = new DefaultTopicIntroduction(this.topics, () -> this.admin);

	@Test
	void aTopicThatIsThereIsAskedForOnce() {
		given(this.topics.list()).willReturn(new TreeSet<>(Set.of("orders")));
		assertThat(this.introduction.introduce("orders")).isTrue();
		assertThat(this.introduction.introduce("orders")).isTrue();
		then(this.topics).should(times(1)).list();
		then(this.admin).shouldHaveNoInteractions();
	}

	@Test
	void aTopicThatIsNotThereIsLeftToTheProducer() {
		given(this.topics.list()).willReturn(new TreeSet<>());
		KafkaFutureImpl<Collection<Node>> nodes = new KafkaFutureImpl<>();
		nodes.completeExceptionally(new ClusterAuthorizationException("not allowed"));
		DescribeClusterResult cluster = mock(DescribeClusterResult.class);
		given(cluster.nodes()).willReturn(nodes);
		given(this.admin.describeCluster()).willReturn(cluster);
		assertThat(this.introduction.introduce("orders")).isFalse();
		then(this.topics).should(never()).create(any(NewTopic[].class));
	}

	@Test
	void whereTopicsCannotBeListedTheProducerIsAsked() {
		willThrow(new TopicCreationException("Topics cannot be listed", null)).given(this.topics).list();
		assertThat(this.introduction.introduce("orders")).isFalse();
	}

}
