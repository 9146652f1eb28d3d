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

import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.adapter.HandlerAdapter;
import org.springframework.kafka.listener.adapter.RecordMessagingMessageListenerAdapter;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A version of Spring Kafka that calls something otherwise is no reason to fail.
 */
class MissingNamesTests {

	private final KafkaMessageListenerContainer<Object, Object> container = new KafkaMessageListenerContainer<>(
			new DefaultKafkaConsumerFactory<>(Map.of("group.id", "names")), new ContainerProperties("orders"));

	@Test
	void aFactoryThatCannotBeSeenSaysNothing() {
		assertThat(ListenerContainer.consumerFactory(this.container, ListenerContainer.CONSUMER_FACTORY)).isNotNull();
		assertThat(ListenerContainer.consumerFactory(this.container, "renamed")).isNull();
	}

	@Test
	void aContainerThatDoesNotSayMayBeginAtTheEnd() {
		assertThat(new ListenerContainer(this.container).mayBeginAtTheEnd()).isTrue();
	}

	@Test
	void aListenerWhoseFutureCannotBeSeenIsNotWatched() throws NoSuchMethodException {
		RecordMessagingMessageListenerAdapter<Object, Object> adapter = new RecordMessagingMessageListenerAdapter<>(
				null, null);
		adapter.setHandlerMethod(new HandlerAdapter(
				new InvocableHandlerMethod(this, MissingNamesTests.class.getDeclaredMethod("returnsFuture"))));
		ListenerMethod method = ListenerMethod.of(adapter);
		assertThat(method.watch("renamed", new BackgroundWork())).isFalse();
		assertThat(method.watch(ListenerMethod.HANDLER, new BackgroundWork())).isTrue();
		assertThat(adapter.isAsyncReplies()).isTrue();
		assertThat(method.mayTolerateFailures()).isFalse();
	}

	@Test
	void aHandlerOfBatchesWhoseRetryListenersCannotBeSeenIsNotAddedTo() {
		DefaultErrorHandler handler = new DefaultErrorHandler();
		assertThat(ContainerWatch.retryListeners(handler, ContainerWatch.FALLBACK, ContainerWatch.RETRY_LISTENERS))
			.isEmpty();
		assertThat(ContainerWatch.retryListeners(handler, "renamed", ContainerWatch.RETRY_LISTENERS)).isNull();
		assertThat(ContainerWatch.retryListeners(handler, ContainerWatch.FALLBACK, "renamed")).isNull();
	}

	CompletableFuture<String> returnsFuture() {
		return new CompletableFuture<>();
	}

}
