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

package io.omninode.kafka.test.diagnosis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IdSearchTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "{\"quantity\":1}", "{\"text\":\"room 1 of 3\"}", "1", "[1]", "{\"lines\":[{\"n\":\"1\"}]}" })
	void anIdOfOneCharacterIsNotFoundByChance(String value) {
		assertThat(find("1", "1", value)).isNull();
	}

	@Test
	void anIdOfOneCharacterIsFoundWhereAnIdIs() {
		assertThat(find("1", null, "{\"orderId\":1}")).returns(Form.NUMBER, Appearance::form)
			.returns(Spot.field("/orderId"), Appearance::spot);
		TappedRecord tapped = tapped(null, "{}");
		tapped.record().headers().add("kafka_correlationId", "1".getBytes(StandardCharsets.UTF_8));
		assertThat(new IdSearch("1").find(tapped)).returns(Form.EXACT, Appearance::form);
	}

	@Test
	void theBytesOfASmallNumberAreNoId() {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("orders", 0, 0,
				ByteBuffer.allocate(Integer.BYTES).putInt(7).array(), null);
		assertThat(new IdSearch("7").find(new TappedRecord(record, 0, true, null))).isNull();
	}

	@Test
	void aNumberIsAnIdAsAWholeOnly() {
		assertThat(find("1732812", null, "{\"orderId\":17328120}")).isNull();
		assertThat(find("17328120", null, "{\"at\":1732812000}")).isNull();
		assertThat(find("17328120", null, "{\"reference\":17328120}")).returns(Form.NUMBER, Appearance::form);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"order-7 is done\"}", "order-7 is done", "\"{\\\"id\\\":\\\"order-7\\\"}\"" })
	void aShortIdIsNoPartOfSomething(String value) {
		assertThat(find("order-7", null, value)).isNull();
	}

	@Test
	void aShortIdInAnyFieldIsAGuess() {
		assertThat(find("done", null, "{\"status\":\"done\"}")).returns(false, (found) -> found.isSure("done"));
		assertThat(find("done", null, "{\"orderId\":\"done\"}")).returns(true, (found) -> found.isSure("done"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"id\":\"order-00000012\"}", "{\"id\":\"reorder-0000001\"}", "order-00000012",
			"<id>xorder-0000001</id>", "üorder-0000001" })
	void theBeginningOfTheIdOfAnotherOneIsNoId(String value) {
		assertThat(find("order-0000001", null, value)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":\"order-0000001 is done\"}", "<id>order-0000001</id>",
			"\"{\\\"id\\\":\\\"order-0000001\\\"}\"", "reply-order-0000001-x", "\u0002\u001aorder-0000001B" })
	void whatIsAPartOfSomethingIsAGuess(String value) {
		assertThat(find("order-0000001", null, value)).returns(false, (found) -> found.isSure("order-0000001"));
	}

	@Test
	void anIdOfItsOwnThatContainsTheIdIsAnotherId() {
		String value = "{\"correlation_id\":\"reply-order-0000001\"}";
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("orders", 0, 0, null, bytes(value));
		assertThat(new IdSearch("order-0000001").find(new TappedRecord(record, 0, true, "reply-order-0000001")))
			.isNull();
	}

	@Test
	void theWholeOfSomethingIsNoGuess() {
		assertThat(find("order-0000001", null, "{\"ref\":\"order-0000001\"}")).returns(true,
				(found) -> found.isSure("order-0000001"));
		assertThat(find("order-0000001", null, "order-0000001\n")).returns(true,
				(found) -> found.isSure("order-0000001"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\"b\\c-12", "a.*b[0]+$", "id\n\twith\u0001control", "заказ-42", "注文-二〇四二", "a/b~c/d" })
	void anIdWithCharactersThatMeanSomethingElsewhereIsFoundInAField(String id) {
		String escaped = id.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/");
		StringBuilder json = new StringBuilder("{\"reference\":\"");
		escaped.chars()
			.forEach((each) -> json
				.append((each < ' ' || each > '~') ? String.format("\\u%04x", each) : String.valueOf((char) each)));
		assertThat(find(id, null, json + "\"}")).returns(Form.EXACT, Appearance::form)
			.returns(Spot.field("/reference"), Appearance::spot);
	}

	@Test
	void aTombstoneIsSearchedInItsKey() {
		assertThat(find("order-42", "order-42", null)).returns(Spot.KEY, Appearance::spot);
		assertThat(find("order-42", null, null)).isNull();
	}

	@Test
	void anIdWithoutLatinLettersIsNotTheSameAsAnyOtherOne() {
		assertThat(new StrayReplyRule.IdDifference("注文番号二〇四二", "注文番号二〇四三").text()).isNull();
		assertThat(new StrayReplyRule.IdDifference("--------", "++++++++").text()).isNull();
		assertThat(new StrayReplyRule.IdDifference("заказ-номер-42", "ЗАКАЗ номер 42").text())
			.isEqualTo("its separators were changed");
	}

	private static @Nullable Appearance find(String id, @Nullable String key, @Nullable String value) {
		return new IdSearch(id).find(tapped(key, value));
	}

	private static TappedRecord tapped(@Nullable String key, @Nullable String value) {
		return new TappedRecord(new ConsumerRecord<>("orders", 0, 0, bytes(key), bytes(value)), 0, true, null);
	}

	private static byte @Nullable [] bytes(@Nullable String text) {
		return (text != null) ? text.getBytes(StandardCharsets.UTF_8) : null;
	}

}
