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

package io.omninode.kafka.test.record;

import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.assertj.core.annotation.CheckReturnValue;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/**
 * What the application publishes, and whether it has consumed what the test sent.
 * <p>
 * A bean of this type is in every context:
 *
 * <pre class="code">
 * &#064;Autowired
 * TestRecords records;
 *
 * this.records.send("orders.commands", order).awaitConsumed();
 * ReceivedRecord event = this.records.on("orders.events").await();
 * </pre>
 * <p>
 * Topics are given by key or by name. Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface TestRecords {

	/**
	 * Look at what is published to topics, from the beginning of the test method on.
	 * Missing topics are created.
	 * @param topics the topics, at least one
	 * @return the records, including the ones that are still to come
	 */
	PendingRecords on(String... topics);

	/**
	 * Send a record, when the listeners of the application are ready, and return when the
	 * broker has acknowledged it.
	 * @param topic the topic
	 * @param value the value, written as the application would: {@code byte[]} and text
	 * as they are, anything else with the serializers of the application, type headers
	 * included, or as JSON where it has none for such values
	 * @return the sent record
	 * @throws IllegalStateException if it cannot be sent
	 */
	SentRecord send(String topic, Object value);

	/**
	 * Send a record with a key, when the listeners of the application are ready, and
	 * return when the broker has acknowledged it.
	 * @param topic the topic
	 * @param key the key
	 * @param value the value, as with {@link #send(String, Object)}
	 * @return the sent record
	 * @throws IllegalStateException if it cannot be sent
	 */
	SentRecord send(String topic, String key, Object value);

	/**
	 * Send a record with everything that a record can have, a key of any type included,
	 * when the listeners of the application are ready, and return when the broker has
	 * acknowledged it.
	 * @param record the record
	 * @return the sent record
	 * @throws IllegalStateException if it cannot be sent
	 */
	SentRecord send(ProducerRecord<?, ?> record);

	/**
	 * Return a record that was not sent by this object, but by a template of the
	 * application for example, to wait until it is consumed.
	 * @param metadata what the producer returned for the record
	 * @return the sent record
	 * @throws IllegalArgumentException if it has no offset, as with {@code acks=0}
	 */
	SentRecord sent(RecordMetadata metadata);

	/**
	 * Return a record that a template has sent, to await that it is consumed.
	 * @param result what the template returned
	 * @return the sent record
	 * @throws IllegalArgumentException if it has no offset, as with {@code acks=0}
	 */
	default SentRecord sent(SendResult<?, ?> result) {
		return sent(result.getRecordMetadata());
	}

	/**
	 * Return an instance that writes what it sends as one template of the application
	 * does, text included. Use it where the application has several, and the default
	 * choice is not the right one.
	 * @param template the template
	 * @return a new instance
	 */
	@CheckReturnValue
	TestRecords via(KafkaOperations<?, ?> template);

	/**
	 * Create an instance.
	 * @param names resolves topics
	 * @param tap reads topics
	 * @param sender sends
	 * @param settings what every wait needs to know
	 * @return the records
	 */
	@API(status = Status.INTERNAL)
	static TestRecords of(TopicNames names, Tap tap, RecordSender sender, WaitSettings settings) {
		return new DefaultTestRecords(names, tap, sender, settings);
	}

}
