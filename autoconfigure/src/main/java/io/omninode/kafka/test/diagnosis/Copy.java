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

package io.omninode.kafka.test.diagnosis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.Origins;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.retrytopic.RetryTopicHeaders;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * A copy of a record on a retry topic or a dead-letter topic, as Spring Kafka writes it.
 *
 * @param record the copy
 */
record Copy(ConsumerRecord<byte[], byte[]> record) {

	private static final Pattern DEAD_LETTERS = Pattern.compile("(?i).*[-._]dlt([-._].*)?");

	Origins.Place place() {
		return Origins.Place.of(this.record);
	}

	/**
	 * Return whether this is a dead letter: the copies on retry topics have headers of
	 * their own, which those on their dead-letter topic have, too.
	 */
	boolean isDeadLetter() {
		return header(RetryTopicHeaders.DEFAULT_HEADER_ATTEMPTS) == null
				|| DEAD_LETTERS.matcher(this.record.topic()).matches();
	}

	/**
	 * Return whether a group may have made this copy: Spring Kafka names the one that
	 * has.
	 */
	boolean isOf(String group) {
		List<String> groups = new ArrayList<>();
		for (String name : List.of(KafkaHeaders.DLT_ORIGINAL_CONSUMER_GROUP, "kafka_original-consumer-group")) {
			this.record.headers()
				.headers(name)
				.forEach((header) -> groups.add(new String(header.value(), StandardCharsets.UTF_8)));
		}
		return groups.isEmpty() || groups.contains(group);
	}

	/**
	 * Return the place of the copy, why it is there, and when it is due.
	 */
	@Override
	public String toString() {
		String type = first(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN, KafkaHeaders.EXCEPTION_CAUSE_FQCN,
				KafkaHeaders.DLT_EXCEPTION_FQCN, KafkaHeaders.EXCEPTION_FQCN);
		String message = first(KafkaHeaders.DLT_EXCEPTION_MESSAGE, KafkaHeaders.EXCEPTION_MESSAGE);
		String failure = (type != null) ? ", for <" + type + ((message != null) ? ": " + message : "") + ">" : "";
		return place() + failure + (isDeadLetter() ? "" : due());
	}

	private String due() {
		Long attempts = number(RetryTopicHeaders.DEFAULT_HEADER_ATTEMPTS);
		Long due = number(RetryTopicHeaders.DEFAULT_HEADER_BACKOFF_TIMESTAMP);
		String attempt = (attempts != null) ? ", attempt " + attempts : "";
		long left = (due != null) ? due - System.currentTimeMillis() : 0;
		return (left > 0) ? attempt + " due in " + left + "ms" : attempt;
	}

	private @Nullable String first(String... names) {
		for (String name : names) {
			byte[] value = header(name);
			if (value != null) {
				return Excerpt.of(new String(value, StandardCharsets.UTF_8));
			}
		}
		return null;
	}

	private @Nullable Long number(String name) {
		byte[] value = header(name);
		return (value != null && value.length > 0 && value.length <= Long.BYTES) ? new BigInteger(value).longValue()
				: null;
	}

	private byte @Nullable [] header(String name) {
		Header header = this.record.headers().lastHeader(name);
		return (header != null) ? header.value() : null;
	}

}
