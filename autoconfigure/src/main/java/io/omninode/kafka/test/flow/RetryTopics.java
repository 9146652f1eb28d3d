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

package io.omninode.kafka.test.flow;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.kafka.retrytopic.RetryTopicHeaders;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * The retry and dead-letter topics of other topics, as Spring Kafka names and marks them:
 * {@code orders-retry}, {@code orders-retry-1000}, {@code orders-dlt}, and
 * {@code orders.DLT} of its earlier versions.
 */
final class RetryTopics {

	private static final Pattern RETRY = Pattern.compile(".*[-.]retry([-.]\\d+)?");

	private static final Pattern DEAD_LETTER = Pattern.compile(".*[-.]dlt");

	private RetryTopics() {
	}

	static boolean isRetry(ConsumerRecord<?, ?> record) {
		return isRetry(record.topic()) || (!isDeadLetter(record.topic())
				&& record.headers().lastHeader(RetryTopicHeaders.DEFAULT_HEADER_ATTEMPTS) != null);
	}

	static boolean isDeadLetter(ConsumerRecord<?, ?> record) {
		return isDeadLetter(record.topic()) || record.headers().lastHeader(KafkaHeaders.DLT_ORIGINAL_TOPIC) != null;
	}

	private static boolean isRetry(String topic) {
		return RETRY.matcher(topic.toLowerCase(Locale.ROOT)).matches();
	}

	private static boolean isDeadLetter(String topic) {
		return DEAD_LETTER.matcher(topic.toLowerCase(Locale.ROOT)).matches();
	}

	/**
	 * Return whether a topic is a retry or dead-letter topic of one of others.
	 */
	static boolean isOfAny(String topic, Collection<String> others) {
		return (isRetry(topic) || isDeadLetter(topic))
				&& others.stream().anyMatch((other) -> topic.startsWith(other + "-") || topic.startsWith(other + "."));
	}

	/**
	 * Return those of some topics that are retry or dead-letter topics of others.
	 */
	static List<String> of(Collection<String> others, Collection<String> candidates) {
		return candidates.stream().filter((topic) -> !others.contains(topic) && isOfAny(topic, others)).toList();
	}

}
