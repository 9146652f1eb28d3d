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

package io.omninode.kafka.test.serialization;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

import io.omninode.kafka.test.serialization.ApplicationFixture.Order;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.support.serializer.DelegatingByTopicDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonSerializer;
import org.springframework.kafka.support.serializer.JsonSerializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DefaultRecordReader}.
 */
class DefaultRecordReaderTests {

	private final ApplicationFixture application = new ApplicationFixture();

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "Ada,Ada", "\"Ada\",Ada", "007,007", "null,null",
			"{\"a\": 1},{\"a\": 1}", "\"a\" or b,\"a\" or b" })
	void textIsWhatItIsButForAJsonString(String value, String expected) {
		assertThat(read(value, String.class)).isEqualTo(expected);
	}

	@Test
	void bytesAreWhatTheyAre() {
		byte[] bytes = { 0, 1 };
		assertThat(this.application.reader().readValue(record(null, bytes), byte[].class)).isSameAs(bytes);
		byte[] text = "\"AAE=\"".getBytes(StandardCharsets.UTF_8);
		assertThat(read("\"AAE=\"", Bytes.class).get()).isEqualTo(text);
		assertThat(read("\"AAE=\"", ByteBuffer.class)).isEqualTo(ByteBuffer.wrap(text));
	}

	@Test
	void jsonIsReadWithTheMapperOfTheApplication() {
		assertThat(read("{\"order_id\":\"42\",\"count\":3}", Order.class)).isEqualTo(new Order("42", 3));
		assertThat(read("{\"order_id\":\"42\"}", JsonNode.class).get("order_id").asString()).isEqualTo("42");
	}

	@Test
	void whatTheApplicationWritesWithAMapperOfItsOwnIsReadWithThat() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		assertThat(read("{\"orderId\":\"42\",\"count\":3}", Order.class)).isEqualTo(new Order("42", 3));
		assertThat(this.application.reader().toTree("orders", new Order("42", 3)).get("orderId").asString())
			.isEqualTo("42");
	}

	@Test
	@SuppressWarnings("removal")
	void whatTheApplicationWritesWithAMapperOfJackson2IsReadWithThat() {
		this.application.template("json", new StringSerializer(), new JsonSerializer<>());
		assertThat(read("{\"orderId\":\"42\",\"count\":3}", Order.class)).isEqualTo(new Order("42", 3));
	}

	@Test
	void aDeserializerThatIsMadeForATypeGoesFirst() {
		consumers("orders", new OrderDeserializer());
		assertThat(read("42x3", Order.class)).isEqualTo(new Order("42", 3));
	}

	@Test
	void whatIsNotJsonIsReadWithADeserializerOfTheApplication() {
		consumers("text", new StringDeserializer());
		consumers("any", anyDeserializer());
		assertThat(read("binary", Order.class)).isEqualTo(new Order("any", 1));
	}

	@Test
	void aDeserializerThatIsChosenByTopicGoesFirstToo() {
		consumers("topics", new DelegatingByTopicDeserializer(
				Map.of(Pattern.compile("orders"), new OrderDeserializer()), new StringDeserializer()));
		assertThat(read("42x3", Order.class)).isEqualTo(new Order("42", 3));
	}

	@Test
	void numbersAreReadAsKafkaWritesThem() {
		byte[] number = new LongSerializer().serialize("orders", 42L);
		assertThat(this.application.reader().readKey(record(number, null), Long.class)).isEqualTo(42);
		assertThat(this.application.reader().readKey(record("42".getBytes(), null), Long.class)).isEqualTo(42);
		UUID uuid = UUID.randomUUID();
		assertThat(this.application.reader().readKey(record(uuid.toString().getBytes(), null), UUID.class))
			.isEqualTo(uuid);
		this.application.beanFactory.addBean("long",
				new DefaultKafkaConsumerFactory<>(Map.of(), new LongDeserializer(), new StringDeserializer()));
		assertThat(this.application.reader().readKey(record("12345678".getBytes(), null), Long.class))
			.isEqualTo(12_345_678);
		this.application.listener(
				new DefaultKafkaConsumerFactory<>(Map.of(), new LongDeserializer(), new StringDeserializer()),
				Map.of());
		assertThat(this.application.reader().readKey(record("12345678".getBytes(), null), Long.class))
			.isEqualTo(0x3132333435363738L);
	}

	@Test
	void aDeserializerThatIsSuppliedIsConfigured() {
		this.application.beanFactory.addBean("supplied", new DefaultKafkaConsumerFactory<>(Map.of("prefix", "mine-"),
				StringDeserializer::new, PrefixDeserializer::new));
		assertThat(read("42", Order.class)).isEqualTo(new Order("mine-42", 1));
	}

	@Test
	void aDeserializerThatCannotBeUsedIsLeftOut() {
		this.application.beanFactory.addBean("broken",
				new DefaultKafkaConsumerFactory<>(Map.of(), StringDeserializer::new, PrefixDeserializer::new));
		assertThat(read("{\"order_id\":\"42\",\"count\":3}", Order.class)).isEqualTo(new Order("42", 3));
	}

	@Test
	void whatNothingCanReadFailsWithTheReasonOfTheMapper() {
		consumers("failing", new FailingDeserializer());
		assertThatIllegalArgumentException().isThrownBy(() -> read("no json", Order.class))
			.withMessageContaining("Unrecognized token 'no'");
	}

	private void consumers(String name, Deserializer<?> values) {
		this.application.beanFactory.addBean(name,
				new DefaultKafkaConsumerFactory<>(Map.of(), new StringDeserializer(), values));
	}

	private static Deserializer<Object> anyDeserializer() {
		return (topic, bytes) -> new Order("any", 1);
	}

	private <T> T read(String value, Class<T> type) {
		return this.application.reader().readValue(record(null, value.getBytes(StandardCharsets.UTF_8)), type);
	}

	private static ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
		return new ConsumerRecord<>("orders", 0, 0, key, value);
	}

	static class OrderDeserializer implements Deserializer<Order> {

		@Override
		public Order deserialize(String topic, byte[] data) {
			String[] parts = new String(data, StandardCharsets.UTF_8).split("x");
			return new Order(parts[0], Integer.parseInt(parts[1]));
		}

	}

	static class PrefixDeserializer implements Deserializer<Order> {

		private String prefix;

		@Override
		public void configure(Map<String, ?> configs, boolean isKey) {
			this.prefix = Objects.requireNonNull((String) configs.get("prefix"), "no prefix");
		}

		@Override
		public Order deserialize(String topic, byte[] data) {
			return new Order(this.prefix + new String(data, StandardCharsets.UTF_8), 1);
		}

	}

	static class FailingDeserializer implements Deserializer<Object> {

		@Override
		public Object deserialize(String topic, byte[] data) {
			throw new SerializationException("no schema");
		}

	}

}
