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

import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.assertj.core.annotation.CheckReturnValue;

import org.springframework.kafka.core.KafkaOperations;

/**
 * A request topic and its reply topic, or several of them where one request is answered
 * on several topics.
 * <p>
 * An exchange may have an error topic: an event on it with the id of a request says that
 * the request has failed, and ends the wait for its reply.
 * <p>
 * An event is written as the application would write it: {@code byte[]} and text as they
 * are, anything else with the serializers of the application, type headers included, or
 * as JSON where it has none for such events. An event without a correlation id gets a
 * fresh one, an event that has an id keeps it. An event that is not a JSON object carries
 * its id in the header.
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
	 * Return the topic on which replies come, the first one if there are several.
	 * @return the topic
	 */
	String replyTopic();

	/**
	 * Return the topics on which replies come.
	 * @return the topics, in the order in which they were given
	 */
	List<String> replyTopics();

	/**
	 * Return the topic on which the failure of a request is told:
	 * {@code kafka.test.topics.<name>-error} of a declared exchange.
	 * @return the topic, if there is one
	 */
	Optional<String> errorTopic();

	/**
	 * Return this exchange with an error topic.
	 * @param topic the topic, by key or by name
	 * @return a new exchange
	 */
	@CheckReturnValue
	Exchange withErrorTopic(String topic);

	/**
	 * Return this exchange with events that are written as one template of the
	 * application does, text included. Use it where the application has several, and the
	 * default choice is not the right one.
	 * @param template the template
	 * @return a new exchange
	 */
	@CheckReturnValue
	Exchange via(KafkaOperations<?, ?> template);

	/**
	 * Send a request. Its reply is registered first.
	 * @param event the event
	 * @return the pending reply
	 * @throws IllegalArgumentException if the event cannot be written, its id is empty,
	 * or it has none and there is no place for one
	 * @throws IllegalStateException if the application context is paused or closed
	 */
	PendingReply send(Object event);

	/**
	 * Send a request with a key. Its reply is registered first.
	 * @param key the key of the record
	 * @param event the event
	 * @return the pending reply
	 * @throws IllegalArgumentException if the event cannot be written, its id is empty,
	 * or it has none and there is no place for one
	 * @throws IllegalStateException if the application context is paused or closed
	 */
	PendingReply send(String key, Object event);

	/**
	 * Send a request with everything that a record can have. Its reply is registered
	 * first.
	 * @param record the record, for the request topic of this exchange, by key or by name
	 * @return the pending reply
	 * @throws IllegalArgumentException if the event cannot be written, its id is empty,
	 * it has none and there is no place for one, or the record is for another topic
	 * @throws IllegalStateException if the application context is paused or closed
	 */
	PendingReply send(ProducerRecord<?, ?> record);

}
