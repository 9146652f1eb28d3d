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

package io.omninode.kafka.test.benchmarks.shipping;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.requestreply.ReplyingKafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each of the ten classes does.
 */
@Import(ReplyingTemplateConfiguration.class)
abstract class RoundTrips {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	@Autowired
	@ReplyingTemplateConfiguration.ForTests
	ReplyingKafkaTemplate<String, String, String> template;

	@RepeatedTest(5)
	void whenAShipmentIsSentItIsConfirmed() throws Exception {
		this.template.waitForAssignment(TIMEOUT);
		ConsumerRecord<String, String> reply = this.template
			.sendAndReceive(new ProducerRecord<>(ShippingApplication.SHIPMENTS, "{\"shipment\":42}"), TIMEOUT)
			.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
		assertThat(reply.value()).contains("42");
	}

}
