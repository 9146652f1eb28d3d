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

package io.omninode.kafka.test.record;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RecordAssertTests {

	private static final String VALUE = """
			{"correlation_id":"order-42","quality_score":0.9,"items":[{"sku":"a","count":2}],"note":null,"ok":true}""";

	private static final String EVIDENCE = """


			Evidence: orders.replies-0@7, key <k>
			          headers served-by=<scripted>, binary=<0xfffe>
			          value <{"correlation_id":"order-42","quality_score":0.9,"items":[{"sku":"a","count":2}],"note":null,"ok":true}>
			""";

	private final ReceivedRecord record = received("k", VALUE);

	private static ReceivedRecord received(@Nullable String key, @Nullable String value) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("orders.replies", 0, 7, bytes(key), bytes(value));
		record.headers().add("served-by", bytes("scripted")).add("binary", new byte[] { -1, -2 });
		return new ReceivedRecord(record, JsonMapper.shared(),
				TopicNames.of(Map.of("orders-response", "orders.replies")));
	}

	@SuppressWarnings("NullAway")
	private static byte[] bytes(@Nullable String text) {
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
	}

	@Test
	void failuresMaskSecrets() {
		ReceivedRecord secret = received("k", "{\"user\":{\"password\":\"s3cr3t\"}}");
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(secret).hasJson("/user/password", "other"))
			.withMessage("""
					Expected the record to have <***> at </user/password>, but it has <***>.

					Evidence: orders.replies-0@7, key <k>
					          headers served-by=<scripted>, binary=<0xfffe>
					          value <{"user":{"password":"***"}}>
					""");
		assertThat(secret).hasJson("/user/password", "s3cr3t");
	}

	@Test
	void whatIsTrueOfTheRecordPasses() {
		assertThat(this.record).isOn("orders.replies")
			.isOn("orders_response")
			.isInPartition(0)
			.hasKey("k")
			.hasHeader("binary")
			.hasHeader("served-by", "scripted")
			.hasNoHeader("served")
			.hasText(VALUE)
			.hasCorrelationId("order-42")
			.hasCorrelationId("scripted", CorrelationStrategy.header("served-by"));
	}

	@Test
	void whatIsTrueOfTheJsonPasses() {
		assertThat(this.record).hasJson("/quality_score", 0.9)
			.hasJson("/quality_score", 0.9f)
			.hasJson("/quality_score", new BigDecimal("0.90"))
			.hasJson("/items/0/count", 2)
			.hasJson("/items/0/count", 2.0)
			.hasJson("/items", List.of(Map.of("count", 2L, "sku", "a")))
			.hasJson("/items/0/sku", "a")
			.hasJson("/note", null)
			.hasJson("/note")
			.hasJson("/ok", true)
			.hasJson("", JsonMapper.shared().readTree(VALUE))
			.hasNoJson("/items/1")
			.hasJsonSatisfying("/items", (items) -> assertThat(items.size()).isOne());
	}

	@Test
	void whatAssertJKnowsOfObjectsIsThereToo() {
		assertThat(this.record).isSameAs(this.record)
			.hasToString("orders.replies-0@7")
			.extracting(ReceivedRecord::offset)
			.isEqualTo(7L);
	}

	@Test
	void aRecordWithoutKeyAndValuePasses() {
		assertThat(received(null, null)).hasNoKey().hasNoValue();
	}

	@Test
	void whenSomethingDiffersTheFailureShowsTheRecord() {
		assertFails((record) -> assertThat(record).isOn("orders-request"),
				"to be on <orders-request>, but it is on <orders.replies>.");
		assertFails((record) -> assertThat(record).isInPartition(1), "to be in partition <1>, but it is in <0>.");
		assertFails((record) -> assertThat(record).hasKey("j"), "to have key <j>, but it has <k>.");
		assertFails((record) -> assertThat(record).hasNoKey(), "to have no key, but it has <k>.");
		assertFails((record) -> assertThat(record).hasHeader("served"),
				"to have header <served>, but it has none of that name.");
		assertFails((record) -> assertThat(record).hasHeader("served-by", "x"),
				"to have header <served-by> with <x>, but it has <scripted>.");
		assertFails((record) -> assertThat(record).hasHeader("binary", "x"),
				"to have header <binary> with <x>, but its value is <0xfffe>, no text.");
		assertFails((record) -> assertThat(record).hasNoHeader("binary"),
				"to have no header <binary>, but it has one.");
		assertFails((record) -> assertThat(record).hasText("x"), "to have the value <x>, but it has <" + VALUE + ">.");
		assertFails((record) -> assertThat(record).hasNoValue(), "to have no value, but it has one.");
	}

	@Test
	void whenJsonDiffersTheFailureShowsTheRecord() {
		assertFails((record) -> assertThat(record).hasJson("/quality_score", 0.8),
				"to have <0.8> at </quality_score>, but it has <0.9>.");
		assertFails((record) -> assertThat(record).hasJson("/items/0/sku", 1),
				"to have <1> at </items/0/sku>, but it has <\"a\">.");
		assertFails((record) -> assertThat(record).hasJson("/missing", null),
				"to have something at </missing>, but there is nothing.");
		assertFails((record) -> assertThat(record).hasJson("/missing"),
				"to have something at </missing>, but there is nothing.");
		assertFails((record) -> assertThat(record).hasNoJson("/note"),
				"to have nothing at </note>, but it has <null>.");
		assertFails((record) -> assertThat(record).hasJsonSatisfying("/ok", (ok) -> {
			throw new AssertionError("it is not enough");
		}), "to satisfy the requirements at </ok>, but it is not enough.");
	}

	@Test
	void whenTheCorrelationIdDiffersTheFailureShowsTheRecord() {
		assertFails((record) -> assertThat(record).hasCorrelationId("order-43"),
				"to have correlation id <order-43>, but it has <order-42>.");
		assertFails((record) -> assertThat(record).hasCorrelationId("a", CorrelationStrategy.header("id")),
				"to have correlation id <a>, but none was found.");
	}

	private void assertFails(Consumer<ReceivedRecord> assertion, String message) {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertion.accept(this.record))
			.withMessage("Expected the record " + message + EVIDENCE);
	}

	@Test
	void theDescriptionOfTheTestStandsBeforeTheFailure() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.record).as("the %s", "reply").hasKey("j"))
			.withMessageStartingWith("[the reply] Expected the record to have key <j>");
	}

	@Test
	void whenTheValueIsNoJsonTheFailureSaysSo() {
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(received(null, "plain")).hasJson("/a", 1))
			.withMessageStartingWith("Expected the record to have a JSON value, but The value of orders.replies-0@7 "
					+ "cannot be read as <tools.jackson.databind.JsonNode>: ")
			.withMessageEndingWith("headers served-by=<scripted>, binary=<0xfffe>\n          value <plain>\n")
			.withCauseInstanceOf(IllegalStateException.class);
	}

	@Test
	void whenThereIsNoKeyAndNoValueTheFailureSaysSo() {
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(received(null, null)).hasKey("k"))
			.withMessage("Expected the record to have key <k>, but it has no key.\n\nEvidence: orders.replies-0@7, "
					+ "key none\n          headers served-by=<scripted>, binary=<0xfffe>\n          value none\n");
	}

	@Test
	void longValuesAndManyHeadersAreAbbreviated() {
		ReceivedRecord record = received("k", "x".repeat(1000));
		for (int i = 0; i < 20; i++) {
			record.record().headers().add("h" + i, bytes("y".repeat(100)));
		}
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> assertThat(record).hasKey("j"))
			.withMessageContaining("h7=<" + "y".repeat(60) + "…> … and 12 more\n")
			.withMessageContaining("value <" + "x".repeat(120) + "…>\n");
	}

	@Test
	void whenNothingIsKnownOfARequestArrivalIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> assertThat(this.record).arrivedWithin(Duration.ofSeconds(1)))
			.withMessage("orders.replies-0@7 is neither a reply nor a hop of a flow: there is nothing to count its "
					+ "time from");
	}

	@Test
	void whatIsNoPointerIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> assertThat(this.record).hasJson("items", 1))
			.withMessage("<items> is not a JSON Pointer: write </items>");
	}

}
