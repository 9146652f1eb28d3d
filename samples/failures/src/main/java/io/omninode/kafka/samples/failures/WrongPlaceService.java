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

package io.omninode.kafka.samples.failures;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/**
 * Answers orders where nobody waits for it, or not at all.
 */
@Component
class WrongPlaceService {

	private final KafkaTemplate<String, String> template;

	private final Answers answers;

	private final Set<String> answered = ConcurrentHashMap.newKeySet();

	WrongPlaceService(KafkaTemplate<String, String> template, Answers answers) {
		this.template = template;
		this.answers = answers;
	}

	@KafkaListener(topics = "misspelled-orders", groupId = "misspelled")
	void answerOnAnotherTopic(String order) {
		answer("misspelled-reply", order);
	}

	@KafkaListener(topics = "diverted-orders", groupId = "diverted")
	void answerOnAForeignTopic(String order) {
		answer("accounting", order);
	}

	@KafkaListener(topics = "silent-orders", groupId = "silent")
	void sayNothing(String order) {
		this.answers.isDone(order);
	}

	@KafkaListener(topics = "rejected-orders", groupId = "rejecting")
	void answer(String order) {
		answer("rejected-replies", order);
	}

	@KafkaListener(topics = "repeated-orders", groupId = "idempotent")
	void answerOnce(String order) {
		if (this.answered.add(Answers.idOf(order))) {
			answer("repeated-replies", order);
		}
	}

	@KafkaListener(topics = "gathered-orders", groupId = "stock")
	void answerAsStock(String order) {
		answer("gathered-replies", order);
	}

	@KafkaListener(topics = "gathered-orders", groupId = "price")
	void sayNothingAsPrice(String order) {
	}

	@KafkaListener(topics = "shared-orders", groupId = "shared", clientIdPrefix = "a")
	void audit(String order) {
		this.answers.isDone(order);
	}

	@KafkaListener(topics = "shared-orders", groupId = "shared", clientIdPrefix = "b")
	void answerWhatItGets(String order) {
		answer("shared-replies", order);
	}

	@KafkaListener(topics = "hop-orders", groupId = "first-hop")
	void passOn(String order) {
		this.template.send("hop-invoices", order).join();
	}

	@KafkaListener(topics = "hop-invoices", groupId = "second-hop")
	void sayNothingOfInvoices(String order) {
		this.answers.isDone(order);
	}

	private void answer(String topic, String order) {
		this.template.send(topic, order).join();
		this.answers.isDone(order);
	}

}
