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

package io.omninode.kafka.test.autoconfigure.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Makes the consumers of the application wait less on the embedded broker, unless the
 * application or its test configures how long. They learn of new topics sooner, and close
 * sooner, because closing waits for the last fetch.
 *
 * @param cluster the cluster of the tests
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record EmbeddedPace(TestCluster cluster) {

	private static final Map<String, String> WAITS = Map.of(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "500",
			ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "100");

	/**
	 * Add missing entries to the configuration of consumers.
	 * @param bean the bean, which may create consumers
	 */
	void apply(@Nullable Object bean) {
		ClientConfiguration configuration = ClientConfiguration.of(bean);
		Consumer<Map<String, Object>> correction = (configuration != null && configuration.isOfConsumers())
				? configuration.correction() : null;
		if (configuration == null || correction == null || !isOfEmbedded(configuration.entries())) {
			return;
		}
		Map<String, Object> missing = missing(configuration.entries());
		if (!missing.isEmpty()) {
			add(missing, correction);
		}
	}

	private boolean isOfEmbedded(Map<?, ?> configuration) {
		Addresses servers = Addresses.of(configuration.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
		return this.cluster.isEmbedded() && servers.areAll(Addresses.of(this.cluster.servers()));
	}

	/**
	 * Return the missing entries. If the application configures large fetches, they are
	 * meant to wait.
	 */
	private static Map<String, Object> missing(Map<?, ?> configuration) {
		Map<String, Object> missing = new LinkedHashMap<>(WAITS);
		missing.keySet().removeIf(configuration::containsKey);
		if (configuration.keySet()
			.stream()
			.anyMatch((name) -> name.toString().endsWith(ConsumerConfig.FETCH_MIN_BYTES_CONFIG))) {
			missing.remove(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG);
		}
		return missing;
	}

	private static void add(Map<String, Object> missing, Consumer<Map<String, Object>> correction) {
		try {
			correction.accept(missing);
		}
		catch (UnsupportedOperationException ex) {
			// A configuration that cannot be changed keeps its waits.
		}
	}

}
