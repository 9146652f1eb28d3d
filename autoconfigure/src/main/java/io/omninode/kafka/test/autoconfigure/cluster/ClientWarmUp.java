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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of Kafka's clients while there is nothing to do but to wait for the
 * broker: an admin and a producer are created, which send nothing, and closed again. An
 * idempotent producer would wait for the broker before it is closed.
 *
 * @param servers the address of the broker
 */
record ClientWarmUp(String servers) implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ClientWarmUp.class);

	@Override
	public void run() {
		Map<String, Object> properties = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, this.servers,
				CommonClientConfigs.CLIENT_ID_CONFIG, "kafka-test-warm-up",
				CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false, ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
		ByteArraySerializer bytes = new ByteArraySerializer();
		try (Admin admin = Admin.create(properties);
				KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes)) {
			producer.close(Duration.ZERO);
			admin.close(Duration.ZERO);
		}
		catch (KafkaException ex) {
			logger.debug("The clients of Kafka were not warmed up", ex);
		}
	}

}
