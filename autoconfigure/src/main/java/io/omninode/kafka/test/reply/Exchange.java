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

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A request topic and its reply topic.
 * <p>
 * An event is anything that Jackson can write; {@code byte[]}, {@code JsonNode} and text
 * that holds JSON are taken as they are. An event without a correlation id gets a fresh
 * one, an event that has an id keeps it. What is no JSON object carries its id in the
 * header.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
public interface Exchange {

	/**
	 * Return the topic to which requests go.
	 * @return the topic
	 */
	String requestTopic();

	/**
	 * Return the topic on which replies come.
	 * @return the topic
	 */
	String replyTopic();

	/**
	 * Send a request. Its reply is registered first.
	 * @param event the event
	 * @return the pending reply
	 * @throws IllegalArgumentException if the event cannot be written, or its id is empty
	 */
	PendingReply send(Object event);

	/**
	 * Send a request with a key. Its reply is registered first.
	 * @param key the key of the record
	 * @param event the event
	 * @return the pending reply
	 * @throws IllegalArgumentException if the event cannot be written, or its id is empty
	 */
	PendingReply send(String key, Object event);

	/**
	 * Send a request with everything that a record can have. Its reply is registered
	 * first.
	 * @param record the record, for the request topic of this exchange, by key or by name
	 * @return the pending reply
	 * @throws IllegalArgumentException if the event cannot be written, its id is empty or
	 * the record is for another topic
	 */
	PendingReply send(ProducerRecord<String, ?> record);

}
