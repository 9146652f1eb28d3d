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

package io.omninode.kafka.test.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.MetricName;

/**
 * The records that were passed to producers of a context and that no broker has
 * acknowledged yet. They show in the free space of the buffer of a producer: a record
 * takes its space before {@code send} returns, and releases it when it is acknowledged or
 * has failed.
 *
 * @param clients knows the producers
 */
record UnacknowledgedRecords(ApplicationClients clients) {

	List<String> producers() {
		List<String> producers = new ArrayList<>();
		for (Producer<?, ?> producer : this.clients.producers()) {
			Map<String, Object> buffers = buffers(producer);
			Object total = buffers.get("buffer-total-bytes");
			if (total != null && !total.equals(buffers.get("buffer-available-bytes"))) {
				producers.add("producer <" + buffers.get("client-id") + ">: a record is not acknowledged");
			}
		}
		return producers;
	}

	/**
	 * Return whether the application has a producer, whether its records are acknowledged
	 * or not.
	 */
	boolean isAnyOfApplication() {
		return this.clients.hasProducer();
	}

	private static Map<String, Object> buffers(Producer<?, ?> producer) {
		Map<String, Object> buffers = new TreeMap<>();
		producer.metrics().forEach((name, metric) -> {
			if (isBuffer(name)) {
				buffers.put(name.name(), metric.metricValue());
				buffers.put("client-id", name.tags().getOrDefault("client-id", ""));
			}
		});
		return buffers;
	}

	private static boolean isBuffer(MetricName name) {
		return name.group().equals("producer-metrics") && name.name().matches("buffer-(total|available)-bytes");
	}

}
