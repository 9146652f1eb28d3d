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

package io.omninode.kafka.test.listener;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What the metrics of consumers tell.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class ConsumerMetrics {

	private ConsumerMetrics() {
	}

	/**
	 * Return for how long a consumer has had its partitions at least, in nanoseconds.
	 * Consumers tell whole seconds.
	 */
	static long assignedFor(Map<MetricName, ? extends Metric> metrics) {
		double seconds = value(metrics, "last-rebalance-seconds-ago");
		if (seconds >= 0) {
			return TimeUnit.SECONDS.toNanos((long) seconds);
		}
		double start = value(metrics, "start-time-ms");
		return (start >= 0) ? TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis() - (long) start) : 0;
	}

	private static double value(Map<MetricName, ? extends Metric> metrics, String name) {
		return metrics.entrySet()
			.stream()
			.filter((metric) -> metric.getKey().name().equals(name))
			.map((metric) -> metric.getValue().metricValue())
			.filter(Number.class::isInstance)
			.mapToDouble((value) -> ((Number) value).doubleValue())
			.findFirst()
			.orElse(-1);
	}

	/**
	 * Return the partitions that have been fetched from: from then on a partition has a
	 * lag.
	 * @param metrics the metrics of a consumer
	 * @return the partitions
	 */
	public static Set<TopicPartition> fetched(Map<MetricName, ?> metrics) {
		return metrics.keySet()
			.stream()
			.filter((name) -> name.name().equals("records-lag") && name.tags().containsKey("partition"))
			.map((name) -> new TopicPartition(String.valueOf(name.tags().get("topic")),
					Integer.parseInt(String.valueOf(name.tags().get("partition")))))
			.collect(Collectors.toSet());
	}

}
