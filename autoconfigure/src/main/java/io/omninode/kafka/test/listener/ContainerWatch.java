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

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.AbstractShareKafkaMessageListenerContainer;
import org.springframework.kafka.listener.AcknowledgingShareConsumerAwareMessageListener;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.FailedBatchProcessor;
import org.springframework.kafka.listener.FailedRecordProcessor;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.ReflectionUtils;

/**
 * Puts what watches a listener into its container, before that starts.
 *
 * @param chains knows the topics of retries
 * @param memory remembers what listeners make of records
 */
record ContainerWatch(RetryChains chains, OutcomeMemory memory) {

	static final String FALLBACK = "fallbackBatchHandler";

	static final String RETRY_LISTENERS = "retryListeners";

	/**
	 * Watch the listener of a container.
	 * @return the listener, or {@code null} if it cannot be watched
	 */
	@Nullable WatchedListener watch(MessageListenerContainer container) {
		String group = container.getGroupId();
		if (group != null && isChangedByAnInterceptor(container)) {
			noteGivenUp((AbstractMessageListenerContainer<?, ?>) container);
			return null;
		}
		if (group == null || !listenerMethod(container).watch(ListenerMethod.HANDLER, this.memory.background())) {
			return null;
		}
		if (container instanceof AbstractMessageListenerContainer<?, ?> known) {
			WatchedListener listener = new WatchedListener(container, group, RetryChains.chain(container),
					links(container), this.memory);
			intercept(known, listener);
			return listener;
		}
		WatchedListener listener = new WatchedListener(container, group, RetryChains.chain(container), Map.of(),
				this.memory);
		return (container instanceof AbstractShareKafkaMessageListenerContainer<?, ?>
				&& wrap(container.getContainerProperties(), listener)) ? listener : null;
	}

	/**
	 * A container with a batch interceptor keeps the records of a batch for a listener
	 * that takes them as {@code ConsumerRecords}; without one it does not, and a partial
	 * acknowledgement fails.
	 */
	private static boolean isChangedByAnInterceptor(MessageListenerContainer container) {
		return container instanceof AbstractMessageListenerContainer<?, ?> known && known.getBatchInterceptor() == null
				&& known.getContainerProperties().getMessageListener() instanceof BatchMessageListener<?, ?> batch
				&& batch.wantsPollResult();
	}

	private static ListenerMethod listenerMethod(MessageListenerContainer container) {
		return ListenerMethod.of(container.getContainerProperties().getMessageListener());
	}

	private Map<String, RetryChains.Link> links(MessageListenerContainer container) {
		Map<String, RetryChains.Link> links = new HashMap<>();
		String[] topics = container.getContainerProperties().getTopics();
		for (String topic : (topics != null) ? topics : new String[0]) {
			links.put(topic, this.chains.link(container, topic));
		}
		return links;
	}

	private <K, V> void intercept(AbstractMessageListenerContainer<K, V> container, WatchedListener listener) {
		container.setRecordInterceptor(new WatchingRecordInterceptor<>(listener, container.getRecordInterceptor()));
		container.setBatchInterceptor(new WatchingBatchInterceptor<>(listener, container.getBatchInterceptor()));
		requireErrorHandler(container);
		addRetryListener(container.getCommonErrorHandler());
		addRetryListener(container.getAfterRollbackProcessor());
	}

	private static void requireErrorHandler(AbstractMessageListenerContainer<?, ?> container) {
		if (container.getCommonErrorHandler() == null && !isTransactional(container.getContainerProperties())) {
			container.setCommonErrorHandler(new DefaultErrorHandler());
		}
	}

	/**
	 * Of a listener that cannot be watched it is known at least which records its error
	 * handler has given up.
	 */
	private void noteGivenUp(AbstractMessageListenerContainer<?, ?> container) {
		requireErrorHandler(container);
		GivenUpListener listener = new GivenUpListener(new WatchingRetryListener(this.memory, null));
		if (container.getCommonErrorHandler() instanceof FailedRecordProcessor processor) {
			addGivenUp(retryListeners(processor), listener);
		}
		if (container.getCommonErrorHandler() instanceof FailedBatchProcessor processor) {
			addGivenUp(retryListeners(processor, FALLBACK, RETRY_LISTENERS), listener);
		}
	}

	private static void addGivenUp(@Nullable List<RetryListener> listeners, GivenUpListener added) {
		if (listeners != null && listeners.stream()
			.noneMatch((each) -> each instanceof WatchingRetryListener || each instanceof GivenUpListener)) {
			listeners.add(added);
		}
	}

	/**
	 * A container without an error handler makes one for itself, unless it has a
	 * transaction manager: then it has none, and rolls back.
	 */
	private static boolean isTransactional(ContainerProperties properties) {
		Method older = ReflectionUtils.findMethod(ContainerProperties.class, "getTransactionManager");
		return properties.getKafkaAwareTransactionManager() != null
				|| (older != null && ReflectionUtils.invokeMethod(older, properties) != null);
	}

	/**
	 * A handler calls its listeners in order: those of the application come first.
	 */
	private void addRetryListener(@Nullable Object handler) {
		if (handler instanceof FailedRecordProcessor processor) {
			addTo(retryListeners(processor), new HandlerBackOff(processor));
		}
		if (handler instanceof FailedBatchProcessor processor) {
			addTo(retryListeners(processor, FALLBACK, RETRY_LISTENERS), null);
		}
	}

	private void addTo(@Nullable List<RetryListener> listeners, @Nullable HandlerBackOff backOff) {
		if (listeners != null && listeners.stream().noneMatch((each) -> each instanceof WatchingRetryListener)) {
			listeners.add(new WatchingRetryListener(this.memory, backOff));
		}
	}

	/**
	 * What handles the failure of a batch that does not name a record has retry listeners
	 * of its own.
	 */
	@SuppressWarnings("unchecked")
	static @Nullable List<RetryListener> retryListeners(FailedBatchProcessor processor, String fallback,
			String listeners) {
		Object handler = value(FailedBatchProcessor.class, fallback, processor);
		return (handler != null) ? (List<RetryListener>) value(handler.getClass(), listeners, handler) : null;
	}

	private static @Nullable Object value(Class<?> type, String name, Object target) {
		Field field = ReflectionUtils.findField(type, name);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, target);
	}

	@SuppressWarnings("unchecked")
	static @Nullable List<RetryListener> retryListeners(FailedRecordProcessor processor) {
		Method method = ReflectionUtils.findMethod(FailedRecordProcessor.class, "getRetryListeners");
		if (method == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(method);
		return (List<RetryListener>) ReflectionUtils.invokeMethod(method, processor);
	}

	/**
	 * A listener with advice would be advised twice.
	 */
	@SuppressWarnings("unchecked")
	private static boolean wrap(ContainerProperties properties, WatchedListener listener) {
		if (properties.getAdviceChain().length == 0 && properties
			.getMessageListener() instanceof AcknowledgingShareConsumerAwareMessageListener<?, ?> own) {
			properties.setMessageListener(new WatchingShareListener<>(listener,
					(AcknowledgingShareConsumerAwareMessageListener<Object, Object>) own));
			return true;
		}
		return false;
	}

	/**
	 * Return whether a container is watched still: the application may have set an
	 * interceptor of its own since.
	 */
	static boolean isWatched(MessageListenerContainer container) {
		if (container instanceof AbstractMessageListenerContainer<?, ?> known) {
			return known.getRecordInterceptor() instanceof WatchingRecordInterceptor
					&& known.getBatchInterceptor() instanceof WatchingBatchInterceptor;
		}
		return container.getContainerProperties().getMessageListener() instanceof WatchingShareListener;
	}

}
