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

package io.omninode.kafka.test.reply;

import java.util.UUID;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.serialization.RecordWriter;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Turns an event into a request: bytes that carry a correlation id.
 *
 * @param writer writes the event
 * @param correlation reads and writes the id
 */
record RequestWriter(RecordWriter writer, CorrelationStrategy correlation) {

	Request write(ProducerRecord<?, ?> event, String topic) {
		ProducerRecord<byte[], byte[]> record = this.writer.write(event, topic);
		String id = this.correlation.read(record.headers(), record.key(), record.value());
		if (id == null) {
			return writeFresh(record);
		}
		if (id.isBlank()) {
			throw new IllegalArgumentException(
					"The event for topic <" + Excerpt.of(topic) + "> has an empty correlation id <" + Excerpt.of(id)
							+ ">: give it one, or leave it out to get a fresh one");
		}
		return new Request(id, record);
	}

	private Request writeFresh(ProducerRecord<byte[], byte[]> record) {
		String id = UUID.randomUUID().toString();
		CorrelationStrategy places = this.writer.becomesObject(record) ? this.correlation.forObjects()
				: this.correlation;
		ProducerRecord<byte[], byte[]> written = places.writeIfPossible(record, id);
		if (written == null) {
			throw new IllegalArgumentException("The event for topic <" + Excerpt.of(record.topic())
					+ "> has no correlation id, and none can be written to it: give it one, or switch on a place "
					+ "that every event has, kafka.test.correlation.header for example");
		}
		return new Request(id, written);
	}

	/**
	 * A request that is ready to be sent.
	 *
	 * @param correlationId its id
	 * @param record the record
	 */
	record Request(String correlationId, ProducerRecord<byte[], byte[]> record) {

	}

}
