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

package io.omninode.kafka.test.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.serialization.ApplicationFormats;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.topic.ExchangeTopics;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.serializer.JacksonJsonSerializer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RequestFactory}, {@link RequestTemplate} and {@link RequestIds}.
 */
class RequestFactoryTests {

	private final RequestIds ids = new RequestIds();

	private final CorrelationStrategy correlation = CorrelationStrategy.field("id")
		.or(CorrelationStrategy.header("id"));

	@Test
	void idsAreUuidsThatHoldTheNumber() {
		for (int number : new int[] { 0, 1, 255, 70_000, Integer.MAX_VALUE }) {
			String id = this.ids.text(number);
			assertThat(UUID.fromString(id)).hasToString(id);
			assertThat(this.ids.number(id)).isEqualTo(number);
		}
		assertThat(this.ids.number(new RequestIds().text(1))).isEqualTo(RequestIds.NONE);
		assertThat(this.ids.number(this.ids.text(1).substring(0, 35) + "x")).isEqualTo(RequestIds.NONE);
		assertThat(this.ids.number("")).isEqualTo(RequestIds.NONE);
	}

	@Test
	void eachEventGetsItsOwnId() {
		for (Object event : new Object[] { Map.of("a", 1), "{\"a\":1}",
				"{\"a\":1}".getBytes(StandardCharsets.UTF_8) }) {
			RequestFactory factory = factory((number) -> event, null);
			for (int number = 0; number < 5; number++) {
				assertThat(value(factory.prepare(number).record()))
					.isEqualTo("{\"a\":1,\"id\":\"" + this.ids.text(number) + "\"}");
			}
		}
	}

	@Test
	void eventsThatDifferAreWrittenAsTheyAre() {
		RequestFactory factory = factory((number) -> Map.of("n", number / 2), (number) -> "key-" + number);
		for (int number = 0; number < 6; number++) {
			ProducerRecord<byte[], byte[]> record = factory.prepare(number).record();
			assertThat(value(record)).isEqualTo("{\"n\":" + number / 2 + ",\"id\":\"" + this.ids.text(number) + "\"}");
			assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("key-" + number);
		}
	}

	@Test
	void whatIsNoJsonObjectGetsItsIdInTheHeader() {
		RequestFactory factory = factory((number) -> new byte[] { 1, 2 }, null);
		for (int number = 0; number < 3; number++) {
			ProducerRecord<byte[], byte[]> record = factory.prepare(number).record();
			assertThat(record.value()).containsExactly(1, 2);
			assertThat(record.headers().headers("id")).singleElement()
				.satisfies((header) -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
					.isEqualTo(this.ids.text(header.value()[35] - '0')));
			assertThat(record.headers().lastHeader("id").value()[35]).isEqualTo((byte) ('0' + number));
		}
	}

	@Test
	void anIdThatStandsTwiceIsWrittenByTheStrategyEachTime() {
		CorrelationStrategy twice = new CorrelationStrategy() {

			@Override
			public String read(org.apache.kafka.common.header.Headers headers, byte[] key, byte[] value) {
				return null;
			}

			@Override
			public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String id) {
				return new ProducerRecord<>(record.topic(), (id + id).getBytes(StandardCharsets.UTF_8));
			}

		};
		RequestFactory factory = new RequestFactory(route((number) -> "1", null), writer(), twice, this.ids);
		for (int number = 0; number < 3; number++) {
			assertThat(value(factory.prepare(number).record())).isEqualTo(this.ids.text(number).repeat(2));
		}
	}

	@Test
	void textThatIsTheSameEachTimeIsWrittenOnce() {
		List<Object> written = new ArrayList<>();
		RecordWriter counting = new RecordWriter() {

			@Override
			public ProducerRecord<byte[], byte[]> write(ProducerRecord<?, ?> record, String topic) {
				written.add(record.value());
				return writer().write(record, topic);
			}

			@Override
			public RecordWriter via(KafkaOperations<?, ?> template) {
				return this;
			}

		};
		List<String> texts = List.of("{\"a\":1}", "{\"a\":1}", "{\"b\":2}", "{\"a\":1}");
		RequestFactory factory = new RequestFactory(route(texts::get, null), counting, this.correlation, this.ids);
		for (int number = 0; number < 4; number++) {
			assertThat(value(factory.prepare(number).record()))
				.isEqualTo(texts.get(number).replace("}", ",\"id\":\"" + this.ids.text(number) + "\"}"));
		}
		assertThat(written).containsExactly(texts.get(0), texts.get(2), texts.get(3));
	}

	@Test
	void eventsAreSentWithTheTypeHeadersOfTheApplication() {
		StaticListableBeanFactory beanFactory = new StaticListableBeanFactory();
		beanFactory.addBean("template", new KafkaTemplate<>(
				new DefaultKafkaProducerFactory<>(Map.of(), new StringSerializer(), new JacksonJsonSerializer<>())));
		RecordWriter writer = RecordWriter.of(new ApplicationFormats(beanFactory, new ListenerContainers(beanFactory)),
				JsonFormat.standard());
		RequestFactory factory = new RequestFactory(route(Order::new, null), writer, this.correlation, this.ids);
		for (int number = 0; number < 3; number++) {
			ProducerRecord<byte[], byte[]> record = factory.prepare(number).record();
			assertThat(value(record)).isEqualTo("{\"count\":" + number + ",\"id\":\"" + this.ids.text(number) + "\"}");
			assertThat(header(record, "__TypeId__")).isEqualTo(Order.class.getName());
			assertThat(header(record, "id")).isEqualTo(this.ids.text(number));
		}
	}

	private static String header(ProducerRecord<byte[], byte[]> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

	@Test
	void anEmptyIdIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> factory((number) -> Map.of("id", " "), null).prepare(3))
			.withMessage("The event of request 3 has an empty correlation id < >: "
					+ "give it one, or leave it out to get a fresh one");
	}

	@Test
	void nothingIsNoEvent() {
		assertThatIllegalStateException().isThrownBy(() -> factory((number) -> null, null).prepare(3))
			.withMessage("The event factory returned null for request 3");
		assertThatIllegalStateException().isThrownBy(() -> factory((number) -> "1", (number) -> null).prepare(4))
			.withMessage("The key factory returned null for request 4");
	}

	private RequestFactory factory(IntFunction<?> event, IntFunction<String> key) {
		return new RequestFactory(route(event, key), writer(), this.correlation, this.ids);
	}

	private static Route route(IntFunction<?> event, IntFunction<String> key) {
		return new Route(new Target("a", 1, event, key), new ExchangeTopics("requests", List.of("replies"), null));
	}

	private static RecordWriter writer() {
		return RecordWriter.of(ApplicationFormats.none(), JsonFormat.of(JsonMapper.shared()));
	}

	private static String value(ProducerRecord<byte[], byte[]> record) {
		return new String(record.value(), StandardCharsets.UTF_8);
	}

	record Order(int count) {

	}

}
