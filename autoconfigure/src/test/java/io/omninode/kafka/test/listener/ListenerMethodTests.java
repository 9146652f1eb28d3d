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

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.ResolvableType;
import org.springframework.kafka.listener.adapter.BatchMessagingMessageListenerAdapter;
import org.springframework.kafka.listener.adapter.HandlerAdapter;
import org.springframework.kafka.listener.adapter.MessagingMessageListenerAdapter;
import org.springframework.kafka.listener.adapter.RecordMessagingMessageListenerAdapter;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What values a listener method takes.
 */
class ListenerMethodTests {

	@ParameterizedTest
	@CsvSource({ "object,Order", "listOfObjects,List<Order>", "record,Order", "message,Order", "anything,Object",
			"recordOfAnything,", "rawRecord," })
	void aMethodOfRecordsNamesTheTypeOfAValue(String name, String type) {
		Method method = method(name);
		assertThat(type(new RecordMessagingMessageListenerAdapter<>(this, method), method)).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource({ "listOfObjects,Order", "lists,List<Order>", "wildcards,Order", "recordList,Order", "records,Order",
			"messages,Order", "rawList," })
	void aMethodOfBatchesNamesTheTypeOfAValue(String name, String type) {
		Method method = method(name);
		assertThat(type(new BatchMessagingMessageListenerAdapter<>(this, method), method)).isEqualTo(type);
	}

	@ParameterizedTest
	@CsvSource("record")
	void aMethodThatIsWatchedNamesItToo(String name) {
		Method method = method(name);
		MessagingMessageListenerAdapter<?, ?> adapter = new RecordMessagingMessageListenerAdapter<>(this, method);
		adapter.setHandlerMethod(new HandlerAdapter(new InvocableHandlerMethod(this, method)));
		ListenerMethod.of(adapter).watch(ListenerMethod.HANDLER, new BackgroundWork());
		assertThat(ListenerMethod.of(adapter).payload()).isEqualTo(Order.class);
	}

	private String type(MessagingMessageListenerAdapter<?, ?> adapter, Method method) {
		adapter.setHandlerMethod(new HandlerAdapter(new InvocableHandlerMethod(this, method)));
		ResolvableType type = ResolvableType.forType(ListenerMethod.of(adapter).payload());
		return (type.resolve() != null) ? name(type) : null;
	}

	private static String name(ResolvableType type) {
		String name = type.toClass().getSimpleName();
		return type.hasGenerics() ? name + "<" + name(type.getGeneric()) + ">" : name;
	}

	private static Method method(String name) {
		return Arrays.stream(ListenerMethodTests.class.getDeclaredMethods())
			.filter((method) -> method.getName().equals(name))
			.filter((method) -> method.getReturnType() == void.class)
			.findFirst()
			.orElseThrow();
	}

	void object(Order order) {
	}

	void anything(Object order) {
	}

	void record(ConsumerRecord<String, Order> order) {
	}

	void recordOfAnything(ConsumerRecord<?, ?> order) {
	}

	@SuppressWarnings("rawtypes")
	void rawRecord(ConsumerRecord order) {
	}

	void message(Message<Order> order) {
	}

	void listOfObjects(List<Order> orders) {
	}

	void lists(List<List<Order>> orders) {
	}

	void wildcards(List<? extends Order> orders) {
	}

	@SuppressWarnings("rawtypes")
	void rawList(List orders) {
	}

	void recordList(List<ConsumerRecord<String, Order>> orders) {
	}

	void records(ConsumerRecords<String, Order> orders) {
	}

	void messages(List<Message<Order>> orders) {
	}

	record Order(String id) {

	}

}
