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

package io.omninode.kafka.test.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import io.omninode.kafka.test.client.ClientSettings;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails.Configuration;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.util.StringUtils;

/**
 * Creates the {@link ClientSettings}: the security settings of the application, the
 * address and security protocol of the cluster in use, then the defaults for tests, then
 * the properties of the user.
 *
 * @param properties the properties of the starter
 * @param kafka the settings of the application
 */
record ClientSettingsFactory(KafkaTestProperties properties, KafkaSettings kafka) {

	private static final int REQUEST_TIMEOUT = 10_000;

	private static final int OPERATION_TIMEOUT = 30_000;

	ClientSettings create() {
		return new ClientSettings(consumer(), producer(), admin(), this.properties.consumerGroupPrefix());
	}

	private Map<String, Object> consumer() {
		KafkaTestProperties.Consumer settings = this.properties.consumer();
		Map<String, Object> config = connection(this.kafka.properties().buildConsumerProperties(),
				this.kafka.details().getConsumer());
		config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, settings.autoOffsetReset());
		config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, settings.enableAutoCommit());
		config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
		config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 20);
		if (!"consumer".equalsIgnoreCase(settings.properties().get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
			config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(settings.sessionTimeout().toMillis()));
			config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
					Math.toIntExact(settings.heartbeatInterval().toMillis()));
		}
		config.putAll(settings.properties());
		return config;
	}

	private Map<String, Object> producer() {
		KafkaTestProperties.Producer settings = this.properties.producer();
		Map<String, Object> application = this.kafka.properties().buildProducerProperties();
		Map<String, Object> config = connection(application, this.kafka.details().getProducer());
		Object maxRequestSize = application.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
		if (maxRequestSize != null) {
			config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, maxRequestSize);
		}
		config.put(ProducerConfig.ACKS_CONFIG, settings.acks());
		config.put(ProducerConfig.RETRIES_CONFIG, settings.retries());
		config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, settings.maxInFlightRequests());
		config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
		config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_TIMEOUT);
		config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT);
		config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, OPERATION_TIMEOUT);
		config.putAll(settings.properties());
		return config;
	}

	private Map<String, Object> admin() {
		Map<String, Object> config = connection(this.kafka.properties().buildAdminProperties(),
				this.kafka.details().getAdmin());
		config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT);
		config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, OPERATION_TIMEOUT);
		return config;
	}

	private static Map<String, Object> connection(Map<String, Object> application, Configuration cluster) {
		Map<String, Object> config = new HashMap<>(application);
		config.keySet().removeIf((name) -> !ClientSettings.isSecurity(name));
		config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.getBootstrapServers());
		config.put(CommonClientConfigs.ENABLE_METRICS_PUSH_CONFIG, false);
		if (StringUtils.hasLength(cluster.getSecurityProtocol())) {
			config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, cluster.getSecurityProtocol());
		}
		SslBundle bundle = cluster.getSslBundle();
		if (bundle != null) {
			config.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
			config.put(SslBundle.class.getName(), bundle);
		}
		return config;
	}

}
