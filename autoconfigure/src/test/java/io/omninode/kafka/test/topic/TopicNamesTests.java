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

import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link TopicNames} and {@link UnknownNameException}.
 */
class TopicNamesTests {

	private final TopicNames codegen = TopicNames.codegen();

	@Test
	void codegenHasEightTopics() {
		assertThat(this.codegen.asMap()).containsExactlyInAnyOrderEntriesOf(Map.of("validation-request",
				"omninode.codegen.request.validate.v1", "validation-response", "omninode.codegen.response.validate.v1",
				"analysis-request", "omninode.codegen.request.analyze.v1", "analysis-response",
				"omninode.codegen.response.analyze.v1", "pattern-request", "omninode.codegen.request.pattern.v1",
				"pattern-response", "omninode.codegen.response.pattern.v1", "mixin-request",
				"omninode.codegen.request.mixin.v1", "mixin-response", "omninode.codegen.response.mixin.v1"));
	}

	@Test
	void codegenHasFourExchanges() {
		assertThat(this.codegen.exchanges()).containsExactly("analysis", "mixin", "pattern", "validation");
		assertThat(this.codegen.exchange("analysis").request()).isEqualTo("omninode.codegen.request.analyze.v1");
		assertThat(this.codegen.exchange("analysis").reply()).isEqualTo("omninode.codegen.response.analyze.v1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "validation-request", "validation_request", "validationRequest", "VALIDATION.REQUEST",
			"validation.request", "Validation-Request", "VALIDATION_REQUEST", "ValidationRequest",
			"validation request" })
	void aKeyIsFoundInAnySpelling(String key) {
		assertThat(this.codegen.name(key)).isEqualTo("omninode.codegen.request.validate.v1");
		assertThat(this.codegen.resolve(key)).isEqualTo("omninode.codegen.request.validate.v1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "order-items", "order_items", "orderItems", "ORDER.ITEMS" })
	void anExchangeIsFoundInAnySpelling(String exchange) {
		TopicNames names = TopicNames.of(Map.of("orderItemsRequest", "orders", "order_items_response", "replies"));
		assertThat(names.exchanges()).containsExactly("order-items");
		assertThat(names.exchange(exchange).request()).isEqualTo("orders");
		assertThat(names.exchange(exchange).reply()).isEqualTo("replies");
	}

	@Test
	void keysAreKeptInTheirCanonicalSpelling() {
		assertThat(TopicNames.of(Map.of("ORDER_Items", "orders")).asMap())
			.containsExactly(Map.entry("order-items", "orders"));
	}

	@Test
	void whenAKeyIsGivenInTwoSpellingsTheFirstCounts() {
		Map<String, String> names = new LinkedHashMap<>();
		names.put("audit_log", "first");
		names.put("audit-log", "second");
		assertThat(TopicNames.of(names).asMap()).containsExactly(Map.entry("audit-log", "first"));
	}

	@Test
	void otherNamesAreAddedOrTakeThePlaceOfThoseThere() {
		TopicNames all = this.codegen
			.with(TopicNames.of(Map.of("mixin_request", "my.mixins", "orders", "shop.orders.v1")));
		assertThat(all.asMap()).hasSize(9);
		assertThat(all.name("mixin-request")).isEqualTo("my.mixins");
		assertThat(all.name("mixin-response")).isEqualTo("omninode.codegen.response.mixin.v1");
		assertThat(all.name("orders")).isEqualTo("shop.orders.v1");
		assertThat(all.exchange("mixin").request()).isEqualTo("my.mixins");
	}

	@Test
	void namesAreNotChangedByAddingOthers() {
		this.codegen.with(TopicNames.of(Map.of("orders", "shop.orders.v1")));
		assertThat(this.codegen.asMap()).hasSize(8).doesNotContainKey("orders");
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.codegen.asMap().put("orders", "shop.orders.v1"));
	}

	@Test
	void halfAPairIsNoExchange() {
		TopicNames names = TopicNames
			.of(Map.of("a-request", "a", "b-response", "b", "c-request", "c", "c-response", "d", "request", "e"));
		assertThat(names.exchanges()).containsExactly("c");
	}

	@Test
	void whenATopicIsNoKeyItIsTakenAsItIs() {
		assertThat(this.codegen.resolve("shop.orders_V1")).isEqualTo("shop.orders_V1");
		assertThat(this.codegen.resolve("omninode.codegen.request.mixin.v1"))
			.isEqualTo("omninode.codegen.request.mixin.v1");
	}

	@Test
	void whenTheCodegenTopicsAreLeftOutTheMessageSaysWhatAddsThem() {
		String hint = "kafka.test.codegen-topics=true adds the codegen topics, which are left out on a cluster that "
				+ "the test brings itself.";
		TopicNames none = TopicNames.of(Map.of());
		assertThatExceptionOfType(UnknownNameException.class).isThrownBy(() -> none.name("mixin_request"))
			.withMessageEndingWith("or use the name of the topic where one is taken. " + hint);
		assertThatExceptionOfType(UnknownNameException.class).isThrownBy(() -> none.exchange("mixin").request())
			.withMessageEndingWith("or use between(requestTopic, replyTopic). " + hint);
	}

	@Test
	void whenAKeyIsUnknownThoseThereAreListedNearestFirst() {
		assertThatExceptionOfType(UnknownNameException.class).isThrownBy(() -> this.codegen.name("mixin_reqest"))
			.withMessage("Unknown topic key <mixin_reqest>. Known, nearest first: <mixin-request>, "
					+ "<mixin-response>, <pattern-request>, <analysis-request>, <validation-request>, "
					+ "<pattern-response>, <analysis-response>, <validation-response>. Declare it as "
					+ "kafka.test.topics.mixin-reqest, or use the name of the topic where one is taken.");
	}

	@Test
	void whenARequestTopicIsUnknownTheExchangesAreListedNearestFirst() {
		assertThatExceptionOfType(UnknownNameException.class)
			.isThrownBy(() -> this.codegen.exchange("Validaton").request())
			.withMessage("Unknown exchange <Validaton>. Known, nearest first: <validation>, <mixin>, <pattern>, "
					+ "<analysis>. Declare kafka.test.topics.validaton-request and "
					+ "kafka.test.topics.validaton-response, or use between(requestTopic, replyTopic).");
	}

	@Test
	void whenAReplyTopicIsUnknownTheExchangesAreListed() {
		TopicNames names = TopicNames.of(Map.of("a-request", "a", "a-response", "b", "half-request", "c"));
		assertThatExceptionOfType(UnknownNameException.class).isThrownBy(() -> names.exchange("half").reply())
			.withMessage("Unknown exchange <half>. Known, nearest first: <a>. Declare kafka.test.topics.half-request "
					+ "and kafka.test.topics.half-response, or use between(requestTopic, replyTopic).");
	}

	@Test
	void whenNothingIsDeclaredTheMessageSaysSo() {
		assertThatExceptionOfType(UnknownNameException.class).isThrownBy(() -> TopicNames.of(Map.of()).name("orders"))
			.withMessage("Unknown topic key <orders>. None is declared. Declare it as kafka.test.topics.orders, or "
					+ "use the name of the topic where one is taken.");
	}

	@Test
	void aKeyBesideAnExchangeIsItsErrorTopic() {
		TopicNames names = TopicNames
			.of(Map.of("orders-request", "a", "orders-response", "b", "orders_error", "c", "other-error", "d"));
		assertThat(names.exchange("orders").error()).isEqualTo("c");
		assertThat(names.exchange("Orders").error()).isEqualTo("c");
		assertThat(this.codegen.exchange("validation").error()).isNull();
		assertThat(names.exchanges()).containsExactly("orders");
	}

}
