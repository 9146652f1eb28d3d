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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.json.JsonFormat;
import io.omninode.kafka.test.json.JsonNodeDeserializer;
import io.omninode.kafka.test.json.JsonValues;
import io.omninode.kafka.test.json.TypedDeserializer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.JsonNode;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * Creates the clients of the tests, all from one {@link ClientSettings}. The caller
 * closes them.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class TestClients {

	/**
	 * The timeout is short, because a deleted topic must not delay the others for long.
	 */
	private static final int RECORDER_API_TIMEOUT = 10_000;

	/**
	 * The maximum size of a fetch, which is handed out at once.
	 */
	private static final int RECORDER_FETCH_BYTES = 4 * 1024 * 1024;

	/**
	 * Hand out everything that was fetched. A consumer that holds back records of a
	 * partition does not fetch from it, and delays it further while the broker waits for
	 * records of other partitions.
	 */
	private static final int RECORDER_POLL_RECORDS = Integer.MAX_VALUE;

	/**
	 * The age is short, so that new partitions of a topic are seen soon.
	 */
	private static final int RECORDER_METADATA_AGE = 1_000;

	/**
	 * The timeout is short, because pending records and requests are not needed when a
	 * context closes.
	 */
	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration SHORT_FETCH_WAIT = Duration.ofMillis(20);

	private final ClientSettings settings;

	private final Supplier<JsonFormat> json;

	private final ClusterWatch watch;

	/**
	 * Create an instance.
	 * @param settings how the clients are configured
	 * @param json supplies the JSON format; called once, when it is needed
	 */
	public TestClients(ClientSettings settings, Supplier<JsonFormat> json) {
		this.settings = settings;
		this.json = SingletonSupplier.of(json);
		this.watch = settings.watch();
	}

	/**
	 * Return how the clients are configured.
	 * @return the settings
	 */
	public ClientSettings settings() {
		return this.settings;
	}

	/**
	 * Return the format that reads and writes JSON.
	 * @return the format
	 */
	public JsonFormat json() {
		return this.json.get();
	}

	/**
	 * Return the watch that ends waits for a cluster that is gone.
	 * @return the watch
	 */
	public ClusterWatch watch() {
		return this.watch;
	}

	/**
	 * Create an admin client. Closing it does not wait long for outstanding answers.
	 * @return the client
	 */
	public Admin admin() {
		return new PromptlyClosingAdmin(new HashMap<>(this.settings.admin()), CLOSE_TIMEOUT);
	}

	/**
	 * Create a factory of producers that write text keys and JSON values.
	 * @return the factory
	 */
	public ProducerFactory<String, Object> producerFactory() {
		Map<String, Object> properties = this.settings.producer();
		TestProducerFactory<String, Object> factory = new TestProducerFactory<>(properties, this.watch, CLOSE_TIMEOUT);
		if (!properties.containsKey(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG)) {
			factory.setKeySerializer(new StringSerializer());
		}
		if (!properties.containsKey(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG)) {
			factory.setValueSerializer(new JsonValues(json()));
		}
		return factory;
	}

	/**
	 * Create a factory of producers that send bytes as they are.
	 * @param defaults the configuration to use where the settings have no value
	 * @return the factory
	 */
	public ProducerFactory<byte[], byte[]> bytesProducerFactory(Map<String, Object> defaults) {
		Map<String, Object> properties = new HashMap<>(defaults);
		properties.putAll(this.settings.producer());
		TestProducerFactory<byte[], byte[]> factory = new TestProducerFactory<>(properties, this.watch, CLOSE_TIMEOUT);
		factory.setKeySerializer(new ByteArraySerializer());
		factory.setValueSerializer(new ByteArraySerializer());
		return factory;
	}

	/**
	 * Create a producer that sends bytes as they are.
	 * @param properties how it is configured
	 * @return the producer
	 */
	public Producer<byte[], byte[]> producer(Map<String, Object> properties) {
		return new PromptlyClosingProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer(),
				this.watch);
	}

	/**
	 * Create a factory of consumers that read text keys and JSON values, the latter as
	 * {@link JsonNode}.
	 * @return the factory
	 */
	public ConsumerFactory<String, Object> consumerFactory() {
		return factory(this.settings.consumer(), new JsonNodeDeserializer(json()));
	}

	Consumer<String, JsonNode> consumer(String group) {
		return consumer(group, new JsonNodeDeserializer(json()));
	}

	<V> Consumer<String, V> consumer(String group, Class<V> type) {
		return consumer(group, new TypedDeserializer<>(json(), type));
	}

	@SuppressWarnings("unchecked")
	private <V> Consumer<String, V> consumer(String group, Deserializer<? extends V> values) {
		Map<String, Object> properties = this.settings
			.consumerWith(Map.of(ConsumerConfig.GROUP_ID_CONFIG, this.settings.groupId(group)));
		return ((ConsumerFactory<String, V>) factory(properties, values)).createConsumer();
	}

	@SuppressWarnings("unchecked")
	private <V> ConsumerFactory<String, V> factory(Map<String, Object> properties, Deserializer<? extends V> values) {
		DefaultKafkaConsumerFactory<String, V> factory = new DefaultKafkaConsumerFactory<>(properties);
		if (!properties.containsKey(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG)) {
			factory.setKeyDeserializer(new StringDeserializer());
		}
		if (!properties.containsKey(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG)) {
			factory.setValueDeserializer((Deserializer<V>) values);
		}
		return factory;
	}

	/**
	 * Create a consumer of bytes that reads existing records and does not wait long for
	 * new ones.
	 * @return the consumer, with nothing assigned
	 * @see #recorder(Duration)
	 */
	public Consumer<byte[], byte[]> recorder() {
		return recorder(SHORT_FETCH_WAIT);
	}

	/**
	 * Create a consumer of bytes that belongs to no group and commits nothing. It sees
	 * records of transactions only after they are committed.
	 * @param fetchWait how long the broker holds a fetch that finds nothing; other
	 * requests to that broker may wait as long
	 * @return the consumer, with nothing assigned
	 */
	public Consumer<byte[], byte[]> recorder(Duration fetchWait) {
		return recorder(fetchWait, IsolationLevel.READ_COMMITTED);
	}

	/**
	 * Create a consumer of bytes that belongs to no group and commits nothing.
	 * @param isolation whether it sees the records of transactions that are open or were
	 * aborted
	 * @return the consumer, with nothing assigned
	 */
	public Consumer<byte[], byte[]> recorder(IsolationLevel isolation) {
		return recorder(SHORT_FETCH_WAIT, isolation);
	}

	private Consumer<byte[], byte[]> recorder(Duration fetchWait, IsolationLevel isolation) {
		Map<String, Object> properties = this.settings.consumerConnection();
		properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation.toString());
		properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Math.toIntExact(fetchWait.toMillis()));
		properties.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, RECORDER_METADATA_AGE);
		properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, RECORDER_FETCH_BYTES);
		properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, RECORDER_FETCH_BYTES);
		properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDER_POLL_RECORDS);
		properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, RECORDER_API_TIMEOUT);
		return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

}
