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

package io.omninode.kafka.test.listener;

import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WatchedListener} and which listeners are watched.
 */
class WatchedListenerTests {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	@Test
	void aListenerThatTakesWholePollsIsNotWatchedSinceAnInterceptorWouldChangeIt() {
		KafkaMessageListenerContainer<String, String> container = container(new WholePolls());
		assertThat(watch(container)).isNull();
		assertThat(container.getBatchInterceptor()).isNull();
	}

	@Test
	void anyOtherListenerIsWatched() {
		KafkaMessageListenerContainer<String, String> container = container(
				(MessageListener<String, String>) (record) -> {
				});
		assertThat(watch(container)).isNotNull();
		assertThat(container.getRecordInterceptor()).isInstanceOf(WatchingRecordInterceptor.class);
	}

	@Test
	void aMockedContainerIsLeftAlone() {
		assertThat(watch(BDDMockito.mock(MessageListenerContainer.class))).isNull();
	}

	@Test
	void aListenerThatWasNotCalledTellsSinceWhenItHasItsPartitions() {
		MetricName rebalance = new MetricName("last-rebalance-seconds-ago", "consumer", "", Map.of());
		Metric metric = BDDMockito.mock(Metric.class);
		BDDMockito.given(metric.metricValue()).willReturn(100.0);
		MessageListenerContainer container = BDDMockito.mock(MessageListenerContainer.class);
		BDDMockito.given(container.metrics()).willReturn(Map.of("client", Map.of(rebalance, metric)));
		WatchedListener listener = new WatchedListener(container, "service", "orders", Map.of(), new OutcomeMemory());
		assertThat(listener.notCalled().state()).isEqualTo(State.NOT_CALLED);
		long since = listener.notCalled().nanoTime();
		assertThat(System.nanoTime() - since).isGreaterThanOrEqualTo(100_000_000_000L);
		BDDMockito.given(container.isPauseRequested()).willReturn(true);
		assertThat(listener.notCalled().state()).isEqualTo(State.PAUSED);
	}

	private WatchedListener watch(MessageListenerContainer container) {
		return new ContainerWatch(new RetryChains(this.beanFactory), new OutcomeMemory()).watch(container);
	}

	private static KafkaMessageListenerContainer<String, String> container(Object listener) {
		ContainerProperties properties = new ContainerProperties("orders");
		properties.setMessageListener(listener);
		properties.setGroupId("service");
		return new KafkaMessageListenerContainer<>(new DefaultKafkaConsumerFactory<>(Map.of()), properties);
	}

	/**
	 * Takes what a poll returns as it is.
	 */
	static class WholePolls implements BatchMessageListener<String, String> {

		@Override
		public void onMessage(List<ConsumerRecord<String, String>> records) {
		}

		@Override
		public void onMessage(ConsumerRecords<String, String> records, Acknowledgment acknowledgment,
				Consumer<String, String> consumer) {
		}

		@Override
		public boolean wantsPollResult() {
			return true;
		}

	}

}
