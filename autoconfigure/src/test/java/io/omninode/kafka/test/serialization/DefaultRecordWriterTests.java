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
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import io.omninode.kafka.test.serialization.ApplicationFixture.Order;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.converter.ByteArrayJacksonJsonMessageConverter;
import org.springframework.kafka.support.converter.StringJacksonJsonMessageConverter;
import org.springframework.kafka.support.mapping.DefaultJacksonJavaTypeMapper;
import org.springframework.kafka.support.serializer.DelegatingByTopicDeserializer;
import org.springframework.kafka.support.serializer.DelegatingByTopicSerializer;
import org.springframework.kafka.support.serializer.DelegatingByTypeSerializer;
import org.springframework.kafka.support.serializer.ErrorHandlingDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonDeserializer;
import org.springframework.kafka.support.serializer.JacksonJsonSerializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DefaultRecordWriter} and {@link TemplateWriter}.
 */
class DefaultRecordWriterTests {

	private static final Order ORDER = new Order("42", 3);

	private static final String TYPE = "__TypeId__";

	private final ApplicationFixture application = new ApplicationFixture();

	@ParameterizedTest
	@ValueSource(strings = { "Ada", "007", "42", "<order id=\"42\"/>", "{\"a\" : 1}", "" })
	void textIsSentAsItIsWhateverTheApplicationWrites(String text) {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		this.application.listener(new ErrorHandlingDeserializer<>(new JacksonJsonDeserializer<>()));
		ProducerRecord<byte[], byte[]> record = write(null, text);
		assertThat(record.value()).asString().isEqualTo(text);
		assertThat(record.headers()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ada", "\n {\"a\" : 1}", "[{\"a\":1}]", "{\"a\":1}" })
	void anyTextIsRefusedThatAConsumerWouldAskForAgainAndAgain(String text) {
		this.application.listener(jsonOf(ORDER));
		assertThatIllegalArgumentException().isThrownBy(() -> write(null, text))
			.withMessageStartingWith("JSON as text for topic <orders> is not sent: a listener needs the type");
		assertThat(write(null, text.getBytes(StandardCharsets.UTF_8)).value()).asString().isEqualTo(text);
	}

	@Test
	void aTreeIsRefusedWhereTheListenerNamesNoType() {
		this.application.method = "onAnything";
		this.application.listener(jsonOf(ORDER));
		assertThatIllegalArgumentException().isThrownBy(() -> write(null, Map.of("orderId", "42")))
			.withMessage("JSON as a tree for topic <orders> is not sent: a listener needs the type in the header "
					+ "<__TypeId__>, the method of the listener names no type, and without an "
					+ "ErrorHandlingDeserializer its consumer would ask for the record again and again. Send the "
					+ "object, or set that header; bytes are always sent.");
		assertThat(header(write(null, ORDER), TYPE)).isEqualTo(Order.class.getName());
	}

	@Test
	void aNumberIsWrittenAsTheListenerReadsIt() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		this.application.listener(new LongDeserializer());
		ProducerRecord<byte[], byte[]> record = write(null, 42L);
		assertThat(new LongDeserializer().deserialize("orders", record.value())).isEqualTo(42);
		assertThat(record.headers()).isEmpty();
		assertThat(write(null, 42).value()).asString().isEqualTo("42");
	}

	@Test
	void aTemplateOfTheApplicationMayHaveANameLikeThoseOfTheTests() {
		this.application.template("kafkaTestTemplate", new StringSerializer(), new FailingSerializer());
		this.application.template("kafkaTestimonialTemplate", new StringSerializer(), new OrderSerializer());
		assertThat(write(null, ORDER).value()).asString().isEqualTo("42x3");
	}

	@Test
	void bytesAreSentAsTheyAre() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		byte[] bytes = { 0, -1, 7 };
		ProducerRecord<byte[], byte[]> record = write(bytes, bytes);
		assertThat(record.key()).isSameAs(bytes);
		assertThat(record.value()).isSameAs(bytes);
		assertThat(record.headers()).isEmpty();
	}

	@Test
	void anObjectIsWrittenByTheSerializerOfTheApplicationWithItsTypeHeader() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		ProducerRecord<byte[], byte[]> record = write("key", ORDER);
		assertThat(record.key()).asString().isEqualTo("key");
		assertThat(record.value()).asString().isEqualTo("{\"orderId\":\"42\",\"count\":3}");
		assertThat(header(record, TYPE)).isEqualTo(Order.class.getName());
	}

	@Test
	void withoutASerializerForItAnObjectIsWrittenAsTheMapperOfTheApplicationWritesIt() {
		this.application.template("text", new StringSerializer(), new StringSerializer());
		this.application.template("bytes", new StringSerializer(), new ByteArraySerializer());
		ProducerRecord<byte[], byte[]> record = write(null, ORDER);
		assertThat(record.value()).asString().isEqualTo("{\"order_id\":\"42\",\"count\":3}");
		assertThat(record.headers()).isEmpty();
	}

	@Test
	void aListenerThatGoesByTypeHeadersGetsOneWhereTheApplicationSendsNoSuchObjects() {
		this.application.template("text", new StringSerializer(), new StringSerializer());
		this.application.listener(new ErrorHandlingDeserializer<>(jsonOf(ORDER)));
		assertThat(header(write(null, ORDER), TYPE)).isEqualTo(Order.class.getName());
	}

	@Test
	void aMapGetsTheTypeThatTheListenerTakes() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		this.application.listener(jsonOf(ORDER));
		ProducerRecord<byte[], byte[]> record = write(null, Map.of("orderId", "42"));
		assertThat(record.value()).asString().isEqualTo("{\"orderId\":\"42\"}");
		assertThat(header(record, TYPE)).isEqualTo(Order.class.getName());
		assertThat(record.headers().headers(TYPE)).hasSize(1);
	}

	@Test
	void aTreeGetsTheTypeThatTheListenerTakes() {
		this.application.listener(jsonOf(ORDER));
		ProducerRecord<byte[], byte[]> record = write(null, JsonMapper.shared().readTree("{\"orderId\":\"42\"}"));
		assertThat(record.value()).asString().isEqualTo("{\"orderId\":\"42\"}");
		assertThat(header(record, TYPE)).isEqualTo(Order.class.getName());
	}

	@Test
	void anObjectThatTheListenerDoesNotKnowGetsTheTypeThatItTakes() {
		JacksonJsonDeserializer<Object> deserializer = new JacksonJsonDeserializer<>();
		deserializer.addTrustedPackages("somewhere.else");
		deserializer.setTypeMapper(mapperOf(Map.of("order", Order.class)));
		this.application.listener(deserializer);
		assertThat(header(write(null, new OrderOfAnotherTeam("42")), TYPE)).isEqualTo("order");
		assertThat(header(write(null, ORDER), TYPE)).isEqualTo("order");
	}

	private static DefaultJacksonJavaTypeMapper mapperOf(Map<String, Class<?>> names) {
		DefaultJacksonJavaTypeMapper mapper = new DefaultJacksonJavaTypeMapper();
		mapper.setIdClassMapping(names);
		return mapper;
	}

	@Test
	void aListenerThatNeedsNoTypeHeaderGetsNone() {
		this.application.listener(new JacksonJsonDeserializer<>(Order.class));
		assertThat(write(null, ORDER).headers()).isEmpty();
		assertThat(write(null, Map.of("orderId", "42")).headers()).isEmpty();
	}

	@Test
	void whatOneListenerIsConfiguredWithCounts() {
		DefaultKafkaConsumerFactory<Object, Object> factory = new DefaultKafkaConsumerFactory<>(
				Map.of(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class,
						ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, JacksonJsonDeserializer.class.getName()));
		this.application.listener(factory, Map.of(JacksonJsonDeserializer.VALUE_DEFAULT_TYPE, Order.class.getName(),
				JacksonJsonDeserializer.TRUSTED_PACKAGES, "nowhere"));
		assertThat(write(null, ORDER).headers()).isEmpty();
	}

	@Test
	void whatTheTestSaysIsKept() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		ProducerRecord<String, Object> record = new ProducerRecord<>("orders", 7, 1_000L, "key", ORDER,
				List.of(new RecordHeader(TYPE, "mine".getBytes())));
		ProducerRecord<byte[], byte[]> written = this.application.writer().write(record, "orders-1");
		assertThat(written.topic()).isEqualTo("orders-1");
		assertThat(written.partition()).isEqualTo(7);
		assertThat(written.timestamp()).isEqualTo(1_000L);
		assertThat(written.headers().headers(TYPE)).extracting(Header::value)
			.containsExactly("mine".getBytes(StandardCharsets.UTF_8));
		assertThat(record.headers()).hasSize(1);
	}

	@Test
	void keysAreWrittenByTheSerializerThatIsForThem() {
		this.application.template("long", new LongSerializer(), new StringSerializer());
		assertThat(HexFormat.of().formatHex(write(42L, "x").key())).isEqualTo("000000000000002a");
		assertThat(write("order-42", "x").key()).asString().isEqualTo("order-42");
		UUID uuid = UUID.randomUUID();
		assertThat(write(uuid, "x").key()).asString().isEqualTo(uuid.toString());
		assertThat(write(42, "x").key()).hasSize(4);
		assertThat(write(ORDER, "x").key()).asString().isEqualTo("{\"order_id\":\"42\",\"count\":3}");
	}

	@Test
	void aNumberIsWrittenAsTheListenerReadsNumbers() {
		assertThat(write(null, 42L).value()).asString().isEqualTo("42");
		this.application.listener(new LongDeserializer());
		assertThat(HexFormat.of().formatHex(write(null, 42L).value())).isEqualTo("000000000000002a");
	}

	@Test
	void aSerializerThatCannotBeUsedIsLeftOut() {
		this.application.beanFactory.addBean("broken", new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
				Map.of("key.serializer", "no.such.Serializer", "value.serializer", "no.such.Serializer"))));
		assertThat(write("key", ORDER).value()).asString().isEqualTo("{\"order_id\":\"42\",\"count\":3}");
	}

	@Test
	void nothingIsATombstone() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		ProducerRecord<byte[], byte[]> record = write(null, null);
		assertThat(record.key()).isNull();
		assertThat(record.value()).isNull();
	}

	@Test
	void aSerializerThatIsMadeForATypeGoesFirst() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		this.application.template("orders", new StringSerializer(), new OrderSerializer());
		ProducerRecord<byte[], byte[]> record = write(null, ORDER);
		assertThat(record.value()).asString().isEqualTo("42x3");
		assertThat(record.headers()).isEmpty();
	}

	@Test
	void aListenerOfJsonIsNotSentAnotherFormat() {
		this.application.template("any", new StringSerializer(), anySerializer());
		this.application.listener(new JacksonJsonDeserializer<>(Order.class));
		assertThat(write(null, ORDER).value()).asString().isEqualTo("{\"order_id\":\"42\",\"count\":3}");
	}

	@Test
	void bytesInABufferAreSentAsTheyAre() {
		this.application.template("json", new StringSerializer(), new JacksonJsonSerializer<>());
		ByteBuffer buffer = ByteBuffer.wrap(new byte[] { 0, -1, 7 });
		ProducerRecord<byte[], byte[]> record = write(buffer, buffer);
		assertThat(record.key()).containsExactly(0, -1, 7);
		assertThat(record.value()).containsExactly(0, -1, 7);
		assertThat(record.headers()).isEmpty();
		assertThat(write(null, buffer.asReadOnlyBuffer()).value()).containsExactly(0, -1, 7);
	}

	@Test
	void aSerializerThatChoosesByTypeIsForTheTypesThatItKnows() {
		this.application.template("types", new StringSerializer(), new DelegatingByTypeSerializer(
				Map.of(Order.class, new OrderSerializer(), byte[].class, new ByteArraySerializer())));
		assertThat(write(null, ORDER).value()).asString().isEqualTo("42x3");
		assertThat(write(null, new OrderOfAnotherTeam("42")).value()).asString().isEqualTo("{\"order_id\":\"42\"}");
		assertThat(write(null, Map.of("a", 1)).value()).asString().isEqualTo("{\"a\":1}");
	}

	@Test
	void aSerializerThatChoosesByTopicIsForTheTopicsThatItKnows() {
		this.application.template("topics", new StringSerializer(), byTopic("orders", new OrderSerializer()));
		assertThat(write(null, ORDER).value()).asString().isEqualTo("42x3");
		ProducerRecord<String, Object> other = new ProducerRecord<>("payments", ORDER);
		assertThat(this.application.writer().write(other, "payments").value()).asString()
			.isEqualTo("{\"order_id\":\"42\",\"count\":3}");
	}

	@Test
	void aSerializerThatIsChosenByTopicIsForListenersOfJson() {
		this.application.template("topics", new StringSerializer(), byTopic("orders", new JacksonJsonSerializer<>()));
		this.application.listener(jsonOf(ORDER));
		ProducerRecord<byte[], byte[]> record = write(null, ORDER);
		assertThat(record.value()).asString().isEqualTo("{\"orderId\":\"42\",\"count\":3}");
		assertThat(header(record, TYPE)).isEqualTo(Order.class.getName());
	}

	private static DelegatingByTopicSerializer byTopic(String topic, Serializer<?> serializer) {
		return new DelegatingByTopicSerializer(Map.of(Pattern.compile(topic), serializer), new StringSerializer());
	}

	@Test
	void aListenerWhoseDeserializerIsChosenByTopicGetsTheTypeHeaderThatItNeeds() {
		this.application.listener(new ErrorHandlingDeserializer<>(new DelegatingByTopicDeserializer(
				Map.of(Pattern.compile("orders"), jsonOf(ORDER)), new StringDeserializer())));
		assertThat(header(write(null, ORDER), TYPE)).isEqualTo(Order.class.getName());
		assertThat(header(write(null, Map.of("orderId", "42")), TYPE)).isEqualTo(Order.class.getName());
	}

	@Test
	void aListenerOfTextGetsJsonWhereTheSerializerOfOtherTopicsFails() {
		this.application.template("any", new StringSerializer(), new FailingSerializer());
		this.application.listener(new StringDeserializer());
		assertThat(write(null, ORDER).value()).asString().isEqualTo("{\"order_id\":\"42\",\"count\":3}");
		assertThat(write(null, Map.of("a", 1)).value()).asString().isEqualTo("{\"a\":1}");
	}

	@Test
	void aListenerThatMakesTextOrAnObjectOfBytesGetsJsonToo() {
		this.application.template("any", new StringSerializer(), new FailingSerializer());
		this.application.listener(new ByteArrayDeserializer());
		assertThatIllegalArgumentException().isThrownBy(() -> write(null, ORDER));
		this.application.converter = new ByteArrayJacksonJsonMessageConverter();
		this.application.listener(new ByteArrayDeserializer());
		assertThat(write(null, ORDER).value()).asString().isEqualTo("{\"order_id\":\"42\",\"count\":3}");
		assertThat(write(null, ORDER).headers()).isEmpty();
		this.application.listener(anyDeserializer());
		assertThatIllegalArgumentException().isThrownBy(() -> write(null, ORDER));
	}

	@Test
	void whatAListenerMakesAnObjectOfIsKnown() {
		assertThat(this.application.writer().becomesObject(write(null, ORDER))).isFalse();
		this.application.listener(new StringDeserializer());
		assertThat(this.application.writer().becomesObject(write(null, ORDER))).isFalse();
		this.application.converter = new StringJacksonJsonMessageConverter();
		this.application.listener(new StringDeserializer());
		assertThat(this.application.writer().becomesObject(write(null, ORDER))).isTrue();
		this.application.listener(new JacksonJsonDeserializer<>(Order.class, ApplicationFixture.MAPPER));
		assertThat(this.application.writer().becomesObject(write(null, ORDER))).isTrue();
		this.application.listener(new JacksonJsonDeserializer<>(Map.class));
		assertThat(this.application.writer().becomesObject(write(null, ORDER))).isFalse();
	}

	@Test
	void beansEnumsAndTimesAreWrittenAsTheApplicationWritesThem() {
		this.application.template("text", new StringSerializer(), new StringSerializer());
		Parcel parcel = new Parcel();
		parcel.setState(State.ON_ITS_WAY);
		parcel.setNote(Optional.of("fragile"));
		parcel.setSentAt(Instant.parse("2026-01-02T03:04:05Z"));
		assertThat(write(null, parcel).value()).asString()
			.isEqualTo("{\"note\":\"fragile\",\"sent_at\":\"2026-01-02T03:04:05Z\",\"state\":\"ON_ITS_WAY\"}");
		assertThat(write(null, State.ON_ITS_WAY).value()).asString().isEqualTo("\"ON_ITS_WAY\"");
		assertThat(write(null, List.of(ORDER)).value()).asString().isEqualTo("[{\"order_id\":\"42\",\"count\":3}]");
		assertThat(write(null, 42).value()).asString().isEqualTo("42");
	}

	@Test
	void whatTheApplicationCannotWriteIsToldWithTheReasonAndTheRemedy() {
		this.application.template("any", new StringSerializer(), new FailingSerializer());
		assertThatIllegalArgumentException().isThrownBy(() -> write(null, ORDER))
			.withMessage("An object of type <" + Order.class.getName()
					+ "> for topic <orders> cannot be written with the serializers of the application, "
					+ "<FailingSerializer>: no schema for it. Send what they can write, choose a template with "
					+ "via(template), or send text or bytes.")
			.withCauseInstanceOf(SerializationException.class);
	}

	@Test
	void aTemplateThatIsChosenWritesEverything() {
		this.application.template("orders", new StringSerializer(), new OrderSerializer());
		KafkaTemplate<Long, Object> json = this.application.template("json", new LongSerializer(),
				new JacksonJsonSerializer<>());
		RecordWriter writer = this.application.writer().via(json);
		ProducerRecord<byte[], byte[]> record = writer.write(new ProducerRecord<>("orders", 42L, ORDER), "orders");
		assertThat(record.key()).hasSize(8);
		assertThat(record.value()).asString().isEqualTo("{\"orderId\":\"42\",\"count\":3}");
		assertThat(writer.write(new ProducerRecord<>("orders", "Ada"), "orders").value()).asString()
			.isEqualTo("\"Ada\"");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> writer.write(new ProducerRecord<>("orders", "no number", ORDER), "orders"))
			.withMessageContaining("its serializer is not for such objects");
	}

	private static Deserializer<Object> anyDeserializer() {
		return (topic, bytes) -> bytes;
	}

	private static Serializer<Object> anySerializer() {
		return (topic, value) -> "any".getBytes(StandardCharsets.UTF_8);
	}

	private static JacksonJsonDeserializer<Object> jsonOf(Object trusted) {
		JacksonJsonDeserializer<Object> deserializer = new JacksonJsonDeserializer<>();
		deserializer.addTrustedPackages(trusted.getClass().getPackageName());
		return deserializer;
	}

	private ProducerRecord<byte[], byte[]> write(Object key, Object value) {
		return this.application.writer().write(new ProducerRecord<>("orders", key, value), "orders");
	}

	private static String header(ProducerRecord<byte[], byte[]> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : null;
	}

	enum State {

		ON_ITS_WAY

	}

	public static class Parcel {

		private State state;

		private Optional<String> note = Optional.empty();

		private Instant sentAt;

		public State getState() {
			return this.state;
		}

		public void setState(State state) {
			this.state = state;
		}

		public Optional<String> getNote() {
			return this.note;
		}

		public void setNote(Optional<String> note) {
			this.note = note;
		}

		public Instant getSentAt() {
			return this.sentAt;
		}

		public void setSentAt(Instant sentAt) {
			this.sentAt = sentAt;
		}

	}

	record OrderOfAnotherTeam(String orderId) {

	}

	static class OrderSerializer implements Serializer<Order> {

		@Override
		public byte[] serialize(String topic, Order order) {
			return (order.orderId() + "x" + order.count()).getBytes(StandardCharsets.UTF_8);
		}

	}

	static class FailingSerializer implements Serializer<Object> {

		@Override
		public byte[] serialize(String topic, Object value) {
			throw new SerializationException("no schema for it");
		}

	}

}
