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

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.AfterRollbackProcessor;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.CommonLoggingErrorHandler;
import org.springframework.kafka.listener.DefaultAfterRollbackProcessor;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.converter.BatchMessagingMessageConverter;
import org.springframework.kafka.support.converter.ByteArrayJacksonJsonMessageConverter;
import org.springframework.kafka.transaction.KafkaTransactionManager;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A batch or a transaction whose listener failed, or was given nothing to read, has not
 * consumed its record.
 */
@SpringBootTest(classes = FailingBatchesIntegrationTests.Application.class,
		properties = { "spring.kafka.consumer.auto-offset-reset=earliest", "kafka.test.reply.timeout=60s",
				"kafka.test.codegen-topics=false" })
@KafkaTest
class FailingBatchesIntegrationTests {

	private static final String ERROR_HANDLING = "value.deserializer="
			+ "org.springframework.kafka.support.serializer.ErrorHandlingDeserializer";

	private static final String JSON = "spring.deserializer.value.delegate.class="
			+ "org.springframework.kafka.support.serializer.JacksonJsonDeserializer";

	private static final String TYPE = "spring.json.value.default.type=java.util.HashMap";

	/**
	 * For a failure that may be tried again, which is known at the end of the wait only.
	 */
	private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

	@Autowired
	private TestRecords records;

	@Autowired
	private TestBroker broker;

	@Autowired
	private Application application;

	@Test
	void whatABatchListenerGetsAsNullForWantOfAReadableValueIsNotConsumed() {
		SentRecord sent = this.records.send("batches.values", "unreadable");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageStartingWith("Record " + sent + " was not consumed by <values>, and is not going to be.\n\n"
					+ "Cause:    listener <values> of group <values> was called with null: the value cannot be "
					+ "deserialized, <tools.jackson.core.exc.StreamReadException: Unrecognized token 'unreadable'")
			.withMessageContaining("; the group has gone on without it\nEvidence: group <values>: committed ")
			.withMessageContaining("Remedy:   send it as the listener reads it, or correct the deserializer; a test "
					+ "that expects this awaits its dead letter, or what else comes of it\n");
		assertThat(this.application.nulls).contains("values");
		this.records.send("batches.values", "{}").awaitConsumed();
	}

	@Test
	void whatABatchListenerGetsWithoutItsKeyIsNotConsumed() {
		SentRecord sent = this.records.send(new ProducerRecord<>("batches.keys",
				"no number".getBytes(StandardCharsets.UTF_8), "{}".getBytes(StandardCharsets.UTF_8)));
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageContaining("listener <keys> of group <keys> was called with null: the key cannot be "
					+ "deserialized, <org.apache.kafka.common.errors.SerializationException: Size of data");
		this.records.send("batches.keys", "{}").awaitConsumed();
	}

	@Test
	void whatABatchListenerGetsAsNullForWantOfAConversionIsNotConsumed() {
		SentRecord sent = this.records.send("batches.converted", "unreadable");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageContaining("listener <converted> of group <converted> was called with null: the value cannot "
					+ "be deserialized, <tools.jackson.core.exc.StreamReadException: ");
		this.records.send("batches.converted", Map.of("id", "a")).awaitConsumed();
	}

	@Test
	void whatAListenerOfConsumerRecordsGivesUpIsNotConsumed() {
		SentRecord sent = this.records.send("batches.polled", "fail");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG_ENOUGH))
			.withMessageContaining("<java.lang.IllegalArgumentException: polled>");
		this.records.send("batches.polled", "well").awaitConsumed();
	}

	@Test
	void aTombstoneIsConsumed() {
		this.records.send(new ProducerRecord<String, @Nullable String>("batches.values", "key", null)).awaitConsumed();
	}

	@Test
	void ofABatchThatFailsLaterTheRecordBeforeIsNotConsumedIfItCannotBeRead() {
		SentRecord sent = this.records.send("batches.mixed", "unreadable");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageContaining("was called with null: the value cannot be deserialized");
		SentRecord named = this.records.send("batches.mixed", "{\"fail\":1}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(named::awaitConsumed)
			.withMessageContaining("listener <mixed> of group <mixed> failed in 3 attempts, the last time with <");
	}

	@Test
	void aRecordOfABatchThatIsGivenUpIsNotConsumed() {
		SentRecord sent = this.records.send("batches.whole", "{\"fail\":1}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageStartingWith("Record " + sent + " was not consumed by <whole>, and is not going to be.\n\n"
					+ "Cause:    listener <whole> of group <whole> failed in 3 attempts, the last time with "
					+ "<java.lang.IllegalStateException: Failed as it was told to>; the group has gone on without "
					+ "it\nEvidence: group <whole>: committed ");
		this.records.send("batches.whole", "{\"second\":1}").awaitConsumed();
	}

	@Test
	void aRecordOfABatchThatFailsAgainAndAgainIsNamed() {
		SentRecord sent = this.records.send("batches.endless", "{\"fail\":1}");
		try {
			assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG_ENOUGH))
				.withMessageStartingWith("Record " + sent + " was not consumed within 5s.\n\n"
						+ "Cause:    listener <endless> of group <endless> failed in ")
				.withMessageContaining(
						"attempts, the last time with <java.lang.IllegalStateException: Failed as it was told to>; it ")
				.withMessageContaining("Evidence: group <endless>: committed nothing, end 1\n");
		}
		finally {
			this.application.tolerated.add("endless");
		}
		sent.awaitConsumed();
	}

	@Test
	void aRecordThatATransactionIsGivenUpForIsNotConsumed() {
		SentRecord sent = this.records.send("batches.transaction", "{\"fail\":1}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageStartingWith("Record " + sent
					+ " was not consumed by <transaction>, and is not going to be.\n\n"
					+ "Cause:    listener <transaction> of group <transaction> failed in 3 attempts, the last time "
					+ "with <java.lang.IllegalStateException: Failed as it was told to>; it is not committed\n"
					+ "Evidence: group <transaction>: committed nothing, end 1\n");
		this.records.send("batches.transaction", "{}").awaitConsumed();
	}

	@Test
	void aBatchOfATransactionThatFailsAgainAndAgainIsNamed() {
		SentRecord sent = this.records.send("batches.transactions", "{\"fail\":1}");
		try {
			assertThatExceptionOfType(MissingRecordError.class).isThrownBy(() -> sent.awaitConsumed(LONG_ENOUGH))
				.withMessageStartingWith("Record " + sent + " was not consumed within 5s.\n\n"
						+ "Cause:    listener <transactions> of group <transactions> failed in ")
				.withMessageContaining("<java.lang.IllegalStateException: Failed as it was told to>; it ");
		}
		finally {
			this.application.tolerated.add("transactions");
		}
		sent.awaitConsumed();
	}

	@Test
	void aBatchThatIsGivenUpInATransactionOfItsOwnIsNotConsumed() {
		SentRecord sent = this.records.send("batches.recovered", "{\"fail\":1}");
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageStartingWith("Record " + sent + " was not consumed by <recovered>, and is not going to be.\n\n"
					+ "Cause:    listener <recovered> of group <recovered> failed in 3 attempts, the last time with "
					+ "<java.lang.IllegalStateException: Failed as it was told to>; the group has gone on without "
					+ "it\nEvidence: group <recovered>: committed ");
		this.records.send("batches.recovered", "{\"second\":1}").awaitConsumed();
	}

	@Test
	void aRecordOfAnAbortedTransactionIsNeverConsumedByAListenerOfWhatIsCommitted() throws Exception {
		SentRecord sent = this.records.sent(sendAndAbort());
		String expected = "Record " + sent + " was not consumed by <committed>, and is not going to be.\n\n"
				+ "Cause:    it is in a transaction that was aborted: listener <committed> of group <committed> "
				+ "reads what is committed (isolation.level=read_committed), and never gets it\n";
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageStartingWith(expected)
			.withMessageContaining("Remedy:   see the log of the application for the exception that rolled the "
					+ "transaction back; a test that expects this does not await that the record is consumed\n");
		this.records.send("batches.committed", "{}").awaitConsumed();
		assertThatExceptionOfType(MissingRecordError.class).isThrownBy(sent::awaitConsumed)
			.withMessageStartingWith(expected);
	}

	private RecordMetadata sendAndAbort() throws Exception {
		Map<String, Object> configuration = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
				this.broker.bootstrapServers(), ProducerConfig.TRANSACTIONAL_ID_CONFIG, "aborting");
		try (Producer<String, String> producer = new KafkaProducer<>(configuration, new StringSerializer(),
				new StringSerializer())) {
			producer.initTransactions();
			producer.beginTransaction();
			Future<RecordMetadata> sent = producer.send(new ProducerRecord<>("batches.committed", "{}"));
			producer.flush();
			producer.abortTransaction();
			return sent.get();
		}
	}

	@Test
	void whatASingleListenerCannotReadIsNotConsumedWhateverItsErrorHandler() {
		for (String listener : List.of("default", "logged")) {
			SentRecord sent = this.records.send("batches." + listener, "unreadable");
			assertThatExceptionOfType(MissingRecordError.class).as(listener)
				.isThrownBy(sent::awaitConsumed)
				.withMessageStartingWith("Record " + sent + " was not consumed by <" + listener
						+ ">, and is not going to be.\n\nCause:    ")
				.withMessageContaining("cannot be deserialized");
		}
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

		private final Queue<String> nulls = new ConcurrentLinkedQueue<>();

		private final Set<String> tolerated = ConcurrentHashMap.newKeySet();

		private final Set<String> called = ConcurrentHashMap.newKeySet();

		@Bean
		static CommonErrorHandler errorHandler() {
			DefaultErrorHandler handler = new DefaultErrorHandler(new FixedBackOff(0, 2));
			handler.setBackOffFunction((record, ex) -> record.topic().equals("batches.endless")
					? new FixedBackOff(100, FixedBackOff.UNLIMITED_ATTEMPTS) : null);
			return handler;
		}

		@KafkaListener(id = "polled", topics = "batches.polled", batch = "true")
		void polled(ConsumerRecords<String, String> batch) {
			batch.forEach((record) -> {
				if (record.value().equals("fail")) {
					throw new IllegalArgumentException("polled");
				}
			});
		}

		@KafkaListener(id = "values", topics = "batches.values", batch = "true",
				properties = { ERROR_HANDLING, JSON, TYPE })
		void values(List<Map<String, Object>> values) {
			if (values.contains(null)) {
				this.nulls.add("values");
			}
		}

		@KafkaListener(id = "keys", topics = "batches.keys", batch = "true", properties = {
				"key.deserializer=org.springframework.kafka.support.serializer.ErrorHandlingDeserializer",
				"spring.deserializer.key.delegate.class=" + "org.apache.kafka.common.serialization.LongDeserializer" })
		void keys(List<String> values) {
		}

		@KafkaListener(id = "converted", topics = "batches.converted", containerFactory = "converting")
		void converted(List<Map<String, Object>> values) {
		}

		@KafkaListener(id = "mixed", topics = "batches.mixed", batch = "true",
				properties = { ERROR_HANDLING, JSON, TYPE })
		void mixed(List<ConsumerRecord<String, Map<String, Object>>> records) {
			for (int i = 0; i < records.size(); i++) {
				if (records.get(i).value() != null && records.get(i).value().containsKey("fail")) {
					throw new BatchListenerFailedException("Failed as it was told to", i);
				}
			}
		}

		@KafkaListener(id = "whole", topics = "batches.whole", batch = "true")
		void whole(List<String> values) {
			fail("whole", values);
		}

		@KafkaListener(id = "endless", topics = "batches.endless", batch = "true")
		void endless(List<String> values) {
			fail("endless", values);
		}

		@KafkaListener(id = "transaction", topics = "batches.transaction", containerFactory = "transactional")
		void transaction(String value) {
			fail("transaction", List.of(value));
		}

		@KafkaListener(id = "transactions", topics = "batches.transactions", containerFactory = "transactional",
				batch = "true")
		void transactions(List<String> values) {
			fail("transactions", values);
		}

		@KafkaListener(id = "recovered", topics = "batches.recovered", containerFactory = "recovering", batch = "true")
		void recovered(List<String> values) {
			fail("recovered", values);
		}

		private void fail(String listener, List<String> values) {
			String all = values.toString();
			if ((all.contains("fail") && !this.tolerated.contains(listener))
					|| (all.contains("second") && this.called.add(listener))) {
				throw new IllegalStateException("Failed as it was told to");
			}
		}

		@KafkaListener(id = "committed", topics = "batches.committed", properties = "isolation.level=read_committed")
		void committed(String value) {
		}

		@KafkaListener(id = "default", topics = "batches.default", properties = { ERROR_HANDLING, JSON, TYPE })
		void withTheDefault(Map<String, Object> value) {
		}

		@KafkaListener(id = "logged", topics = "batches.logged", containerFactory = "logging",
				properties = { ERROR_HANDLING, JSON, TYPE })
		void logged(Map<String, Object> value) {
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> logging(
				ConsumerFactory<Object, Object> consumers) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = factory(consumers);
			factory.setCommonErrorHandler(new CommonLoggingErrorHandler());
			return factory;
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> transactional(
				ConsumerFactory<Object, Object> consumers, KafkaProperties properties) {
			return transactional(consumers, producers(consumers, properties, "batches-"),
					new DefaultAfterRollbackProcessor<>(new FixedBackOff(0, 2)));
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> recovering(
				ConsumerFactory<Object, Object> consumers, KafkaProperties properties) {
			ProducerFactory<Object, Object> producers = producers(consumers, properties, "recovered-");
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = transactional(consumers, producers,
					new DefaultAfterRollbackProcessor<>((record, ex) -> {
					}, new FixedBackOff(0, 2), new KafkaTemplate<>(producers), true));
			factory.getContainerProperties().setBatchRecoverAfterRollback(true);
			return factory;
		}

		private static ProducerFactory<Object, Object> producers(ConsumerFactory<Object, Object> consumers,
				KafkaProperties properties, String transactions) {
			Map<String, Object> configuration = new HashMap<>(properties.buildProducerProperties());
			configuration.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
					consumers.getConfigurationProperties().get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
			configuration.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions);
			return new DefaultKafkaProducerFactory<>(configuration);
		}

		private static ConcurrentKafkaListenerContainerFactory<Object, Object> transactional(
				ConsumerFactory<Object, Object> consumers, ProducerFactory<Object, Object> producers,
				AfterRollbackProcessor<Object, Object> processor) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = factory(consumers);
			factory.getContainerProperties().setKafkaAwareTransactionManager(new KafkaTransactionManager<>(producers));
			factory.setAfterRollbackProcessor(processor);
			return factory;
		}

		@Bean
		static ConcurrentKafkaListenerContainerFactory<Object, Object> converting(
				ConsumerFactory<Object, Object> consumers) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = factory(consumers);
			factory.setBatchListener(true);
			factory.setBatchMessageConverter(
					new BatchMessagingMessageConverter(new ByteArrayJacksonJsonMessageConverter()));
			factory.getContainerProperties()
				.getKafkaConsumerProperties()
				.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class.getName());
			return factory;
		}

		private static ConcurrentKafkaListenerContainerFactory<Object, Object> factory(
				ConsumerFactory<Object, Object> consumers) {
			ConcurrentKafkaListenerContainerFactory<Object, Object> factory = new ConcurrentKafkaListenerContainerFactory<>();
			factory.setConsumerFactory(consumers);
			return factory;
		}

	}

}
