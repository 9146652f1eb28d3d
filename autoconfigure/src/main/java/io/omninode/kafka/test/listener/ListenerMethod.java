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
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.DelegatingMessageListener;
import org.springframework.kafka.listener.adapter.FilteringMessageListenerAdapter;
import org.springframework.kafka.listener.adapter.HandlerAdapter;
import org.springframework.kafka.listener.adapter.MessagingMessageListenerAdapter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.HandlerMethod;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What calls a listener method, if a listener has one.
 *
 * @param adapter the adapter of Spring Kafka, {@code null} if the listener has none
 */
record ListenerMethod(@Nullable MessagingMessageListenerAdapter<?, ?> adapter) {

	static final String HANDLER = "handlerMethod";

	static final String INVOKER = "invokerHandlerMethod";

	static final String INFERRED_TYPE = "inferredType";

	static final String CONVERTER = "messageConverter";

	static final String DELEGATING = "delegatingHandler";

	static final String HANDLERS = "handlers";

	private static final String ERROR_HANDLER = "errorHandler";

	static ListenerMethod of(@Nullable Object listener) {
		Object target = listener;
		while (target instanceof DelegatingMessageListener<?> delegating) {
			target = delegating.getDelegate();
		}
		return new ListenerMethod((target instanceof MessagingMessageListenerAdapter<?, ?> adapter) ? adapter : null);
	}

	/**
	 * Return whether a filter may keep records from the method, and it can be seen
	 * whether the method is called.
	 */
	static boolean isFiltered(@Nullable Object listener) {
		return listener instanceof FilteringMessageListenerAdapter<?, ?> && of(listener).adapter != null
				&& value(Objects.requireNonNull(of(listener).adapter), HANDLER) instanceof WatchingHandler;
	}

	/**
	 * Return the class and the name of the method, or {@code null} if there is none.
	 */
	@Nullable String name() {
		Object handler = (this.adapter != null) ? value(this.adapter, HANDLER) : null;
		Object target = (handler instanceof WatchingHandler watching) ? watching.own() : handler;
		if (!(target instanceof HandlerAdapter own)) {
			return null;
		}
		return (field(HandlerAdapter.class, INVOKER, own) instanceof HandlerMethod method)
				? method.getBeanType().getSimpleName() + "." + method.getMethod().getName()
				: ClassUtils.getUserClass(own.getBean()).getSimpleName();
	}

	/**
	 * Return the type to which the method wants values to be converted, or null where it
	 * does not say.
	 */
	@Nullable Type payload() {
		if (this.adapter == null) {
			return null;
		}
		Type inferred = (Type) value(this.adapter, INFERRED_TYPE);
		Type type = (inferred != null) ? inferred : record(this.adapter);
		return content((this.adapter instanceof BatchMessageListener) ? element(type) : type);
	}

	/**
	 * Spring Kafka infers nothing from a record, which it does not convert.
	 */
	private static @Nullable Type record(MessagingMessageListenerAdapter<?, ?> adapter) {
		Object handler = value(adapter, HANDLER);
		Object target = (handler instanceof WatchingHandler watching) ? watching.own() : handler;
		Object invoker = (target instanceof HandlerAdapter) ? field(HandlerAdapter.class, INVOKER, target) : null;
		return (invoker instanceof HandlerMethod method) ? Arrays.stream(method.getMethod().getGenericParameterTypes())
			.filter((type) -> ConsumerRecord.class == ResolvableType.forType(type).resolve())
			.findFirst()
			.orElse(null) : null;
	}

	/**
	 * Return the types between which the methods of a listener that is a class choose,
	 * none where the listener is a method.
	 */
	List<Class<?>> choices() {
		Object handler = (this.adapter != null) ? value(this.adapter, HANDLER) : null;
		Object target = (handler instanceof WatchingHandler watching) ? watching.own() : handler;
		Object delegating = (target instanceof HandlerAdapter) ? field(HandlerAdapter.class, DELEGATING, target) : null;
		Object handlers = (delegating != null) ? field(delegating.getClass(), HANDLERS, delegating) : null;
		return (handlers instanceof List<?> methods) ? methods.stream()
			.filter(HandlerMethod.class::isInstance)
			.flatMap((method) -> taken((HandlerMethod) method).stream())
			.distinct()
			.toList() : List.of();
	}

	/**
	 * Return the type of the first parameter that is no header and stands for a value.
	 */
	private static Optional<Class<?>> taken(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.filter((parameter) -> !parameter.hasParameterAnnotation(Header.class))
			.<Class<?>>map(MethodParameter::getParameterType)
			.filter((type) -> type != Object.class)
			.findFirst();
	}

	private static @Nullable Type element(@Nullable Type type) {
		if (type == null) {
			return null;
		}
		ResolvableType collection = ResolvableType.forType(type).asCollection();
		return (collection != ResolvableType.NONE) ? type(collection.getGeneric()) : type;
	}

	/**
	 * Return what a record or a message holds.
	 */
	private static @Nullable Type content(@Nullable Type type) {
		ResolvableType resolvable = ResolvableType.forType(type);
		Class<?> raw = resolvable.resolve();
		if (raw == ConsumerRecord.class || raw == ConsumerRecords.class) {
			return type(resolvable.getGeneric(1));
		}
		return (raw == Message.class) ? type(resolvable.getGeneric(0)) : type;
	}

	/**
	 * A type that a variable stands for is known to what resolves it alone.
	 */
	private static @Nullable Type type(ResolvableType type) {
		if (type == ResolvableType.NONE) {
			return null;
		}
		if (!(type.getType() instanceof TypeVariable<?>)) {
			return type.getType();
		}
		Class<?> raw = type.resolve();
		if (raw == null || !type.hasResolvableGenerics()) {
			return raw;
		}
		return ResolvableType.forClassWithGenerics(raw, type.getGenerics()).getType();
	}

	/**
	 * Return what converts values for the method, or null where nothing does.
	 */
	@Nullable Object converter() {
		return (this.adapter != null && this.adapter.isConversionNeeded()) ? value(this.adapter, CONVERTER) : null;
	}

	/**
	 * Look at what the method returns.
	 * @return whether the end of what the method begins is going to be seen
	 */
	boolean watch(String handlerField, BackgroundWork background) {
		if (this.adapter == null) {
			return true;
		}
		Object own = value(this.adapter, handlerField);
		if (own instanceof HandlerAdapter handler && !(own instanceof WatchingHandler)) {
			this.adapter.setHandlerMethod(new WatchingHandler(handler, background));
		}
		return own instanceof HandlerAdapter || !this.adapter.isAsyncReplies();
	}

	/**
	 * Return whether the failure of what the method has begun may be put up with, by an
	 * error handler of the method.
	 */
	boolean mayTolerateFailures() {
		return this.adapter != null && (ReflectionUtils.findField(this.adapter.getClass(), ERROR_HANDLER) == null
				|| value(this.adapter, ERROR_HANDLER) != null);
	}

	private static @Nullable Object value(MessagingMessageListenerAdapter<?, ?> adapter, String name) {
		return field(adapter.getClass(), name, adapter);
	}

	private static @Nullable Object field(Class<?> type, String name, Object target) {
		Field field = ReflectionUtils.findField(type, name);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, target);
	}

}
