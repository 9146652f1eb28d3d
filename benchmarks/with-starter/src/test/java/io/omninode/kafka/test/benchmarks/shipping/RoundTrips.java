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

import java.util.Map;

import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.RepeatedTest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What each of the ten classes does.
 */
abstract class RoundTrips {

	@Autowired
	ReplyAwaiter replies;

	@RepeatedTest(5)
	void whenAShipmentIsSentItIsConfirmed() {
		Reply reply = this.replies.between(ShippingApplication.SHIPMENTS, ShippingApplication.CONFIRMATIONS)
			.send(Map.of("shipment", 42))
			.await();
		assertThat(reply.json().get("shipment").asInt()).isEqualTo(42);
	}

}
