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

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/**
 * Holds up a broker that starts, which makes its metrics early.
 */
public class GatedMetricsReporter implements MetricsReporter {

	private static final AtomicInteger count = new AtomicInteger();

	private static volatile CountDownLatch gate = new CountDownLatch(0);

	static void shut() {
		count.set(0);
		gate = new CountDownLatch(1);
	}

	static void open() {
		gate.countDown();
	}

	/**
	 * Return how many have come since it was shut.
	 */
	static int count() {
		return count.get();
	}

	@Override
	public void configure(Map<String, ?> configuration) {
		if (count.getAndIncrement() > 0) {
			return;
		}
		try {
			gate.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void init(List<KafkaMetric> metrics) {
	}

	@Override
	public void metricChange(KafkaMetric metric) {
	}

	@Override
	public void metricRemoval(KafkaMetric metric) {
	}

	@Override
	public void close() {
	}

}
