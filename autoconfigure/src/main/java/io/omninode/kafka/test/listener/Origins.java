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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.kafka.support.KafkaHeaders;

/**
 * Where the record was first of which another one is a copy, as Spring Kafka says in the
 * headers of what it writes to retry and dead-letter topics. A copy of a copy may name
 * each place.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Origins {

	private Origins() {
	}

	/**
	 * Return the places that a record names as its origin.
	 * @param record the record
	 * @return the places, the oldest first; none if the record is no copy, or does not
	 * say so
	 */
	public static List<Place> of(ConsumerRecord<?, ?> record) {
		List<Place> places = places(record, KafkaHeaders.ORIGINAL_TOPIC, KafkaHeaders.ORIGINAL_PARTITION,
				KafkaHeaders.ORIGINAL_OFFSET);
		places.addAll(places(record, KafkaHeaders.DLT_ORIGINAL_TOPIC, KafkaHeaders.DLT_ORIGINAL_PARTITION,
				KafkaHeaders.DLT_ORIGINAL_OFFSET));
		return places;
	}

	private static List<Place> places(ConsumerRecord<?, ?> record, String topic, String partition, String offset) {
		List<byte[]> topics = values(record, topic);
		List<byte[]> partitions = values(record, partition);
		List<byte[]> offsets = values(record, offset);
		List<Place> places = new ArrayList<>();
		for (int i = 0; i < Math.min(topics.size(), Math.min(partitions.size(), offsets.size())); i++) {
			if (partitions.get(i).length == Integer.BYTES && offsets.get(i).length == Long.BYTES) {
				places.add(new Place(
						new TopicPartition(new String(topics.get(i), StandardCharsets.UTF_8),
								ByteBuffer.wrap(partitions.get(i)).getInt()),
						ByteBuffer.wrap(offsets.get(i)).getLong()));
			}
		}
		return places;
	}

	private static List<byte[]> values(ConsumerRecord<?, ?> record, String name) {
		List<byte[]> values = new ArrayList<>();
		for (Header header : record.headers().headers(name)) {
			if (header.value() != null) {
				values.add(header.value());
			}
		}
		return values;
	}

	/**
	 * Where a record is.
	 *
	 * @param partition the partition
	 * @param offset the offset
	 */
	public record Place(TopicPartition partition, long offset) {

		/**
		 * Return where a record is.
		 * @param record the record
		 * @return its place
		 */
		public static Place of(ConsumerRecord<?, ?> record) {
			return new Place(new TopicPartition(record.topic(), record.partition()), record.offset());
		}

		@Override
		public String toString() {
			return this.partition + "@" + this.offset;
		}

	}

}
