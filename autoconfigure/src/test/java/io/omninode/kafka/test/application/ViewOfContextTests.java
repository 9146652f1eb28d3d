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

import java.util.List;
import java.util.Set;

import io.omninode.kafka.test.listener.ListenerContainer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is in view of a context, and what is left alone.
 */
class ViewOfContextTests {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	@Test
	void aGroupOfOthersThatRebalancesIsNoReasonToBelieveInQuiet() {
		Readers nobody = new Readers(List.of(), List.of());
		ObservedGroup rebalancing = new ObservedGroup("others", false, false,
				List.of(new GroupMember("other", "/127.0.0.1", Set.of())));
		assertThat(RelevantGroups.of(nobody, List.of(rebalancing), Set.of("orders")).isEmpty()).isTrue();
		ObservedGroup reading = new ObservedGroup("others", false, true,
				List.of(new GroupMember("other", "/127.0.0.1", Set.of(new TopicPartition("orders", 0)))));
		assertThat(RelevantGroups.of(nobody, List.of(reading), Set.of("orders")).isEmpty()).isFalse();
	}

	@Test
	void lazyKafkaStreamsThatNobodyHasAskedForAreNotMade() {
		RootBeanDefinition definition = new RootBeanDefinition(KafkaStreams.class, () -> {
			throw new IllegalStateException("made");
		});
		definition.setLazyInit(true);
		this.beanFactory.registerBeanDefinition("lazy", definition);
		assertThat(new StreamsApplications(this.beanFactory).all()).isEmpty();
		this.beanFactory.registerSingleton("made", BDDMockito.mock(KafkaStreams.class));
		assertThat(new StreamsApplications(this.beanFactory).all()).hasSize(1);
	}

	@Test
	void aMockedContainerReadsNothing() {
		ListenerContainer mocked = new ListenerContainer(BDDMockito.mock(MessageListenerContainer.class));
		assertThat(mocked.subscription().topics()).isEmpty();
		assertThat(mocked.subscription().pattern()).isNull();
		assertThat(mocked.subscription().manual()).isEmpty();
		assertThat(new Readers(List.of(mocked), List.of()).topics()).isEmpty();
	}

	@Test
	void whatComesFromOutsideForgesNoLineOfAReport() {
		assertThat(new Lag("a\nEvidence: b", new TopicPartition("orders", 0), 1, 2).toString()).doesNotContain("\n");
	}

}
