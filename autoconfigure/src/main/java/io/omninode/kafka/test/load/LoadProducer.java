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

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Configures the producer of a load like the producers of tests, but with larger buffers.
 */
final class LoadProducer {

	private static final int BATCH_BYTES = 64 * 1024;

	private static final long BUFFER_BYTES = 64L * 1024 * 1024;

	private static final int IN_FLIGHT = 5;

	private LoadProducer() {
	}

	static Map<String, Object> properties(Map<String, Object> configured) {
		Map<String, Object> properties = new HashMap<>(configured);
		properties.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
		properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
		properties.putIfAbsent(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
		properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, IN_FLIGHT);
		return properties;
	}

}
