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

package io.omninode.kafka.samples.shop;

import java.time.Duration;

import io.omninode.kafka.samples.shop.OrderEvent.Status;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.ReceivedRecord;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureRestTestClient
@KafkaTest
class ShopIntegrationTests {

	@Autowired
	RestTestClient rest;

	@Autowired
	TestRecords records;

	@Autowired
	ReplyAwaiter replies;

	@Test
	void anOrderThatIsPlacedIsPublished() {
		long order = place(30);

		ReceivedRecord event = this.records.on("order-events").await();
		assertThat(event.keyAs(Long.class)).isEqualTo(order);
		assertThat(event.as(OrderEvent.class).status()).isEqualTo(Status.PLACED);
	}

	@Test
	void anOrderThatIsPaidIsPublished() {
		long order = place(30);

		this.records.send("payments", new Payment(order, 30)).awaitConsumed();

		assertThat(this.records.on("order-events").awaitAll(2))
			.extracting((event) -> event.as(OrderEvent.class).status())
			.containsExactly(Status.PLACED, Status.PAID);
	}

	@Test
	void aPaymentIsAnsweredWithItsCorrelationId() {
		long order = place(30);

		Reply event = this.replies.between("payments", "order-events").send(new Payment(order, 30)).await();

		assertThat(event.as(OrderEvent.class).orderId()).isEqualTo(order);
	}

	@Test
	void whilePartOfThePriceIsOpenNothingIsPublished() {
		long order = place(30);

		this.records.send("payments", new Payment(order, 20)).awaitConsumed();

		this.records.on("order-events")
			.matching((event) -> event.as(OrderEvent.class).status() == Status.PAID)
			.awaitNone(Duration.ofMillis(500));
	}

	@Test
	void aPaymentForAnUnknownOrderBecomesADeadLetter() {
		this.records.send("payments", new Payment(404, 30));

		ReceivedRecord deadLetter = this.records.on("payments-dlt").await();
		assertThat(deadLetter.as(Payment.class)).isEqualTo(new Payment(404, 30));
		assertThat(deadLetter.header("kafka_dlt-exception-message")).contains("There is no order 404");
	}

	@Test
	void aRecordThatIsNoPaymentBecomesADeadLetter() {
		this.records.send("payments", "no payment");
		assertThat(this.records.on("payments-dlt").await()).hasHeader("kafka_dlt-original-topic", "payments");
	}

	private long place(int price) {
		var response = this.rest.post().uri("/orders?price={price}", price).exchange();
		return response.expectBody(Long.class).returnResult().getResponseBody();
	}

}
