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

package io.omninode.kafka.integration.streams;

import io.omninode.kafka.integration.parts.Gate;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.EnableKafkaStreams;

/**
 * Reads orders, sends them through a repartition topic, and writes invoices. An order of
 * <code>poison</code> makes it fail.
 */
@SpringBootApplication
@EnableKafkaStreams
public class StreamsApplication {

	/**
	 * Run the application.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(StreamsApplication.class, args);
	}

	@Bean
	Gate gate() {
		return new Gate();
	}

	@Bean
	NewTopic ordersTopic(@Value("${billing.orders}") String topic) {
		return new NewTopic(topic, 1, (short) 1);
	}

	@Bean
	NewTopic invoicesTopic(@Value("${billing.invoices}") String topic) {
		return new NewTopic(topic, 1, (short) 1);
	}

	@Bean
	KStream<String, String> orders(StreamsBuilder builder, Gate gate, @Value("${billing.orders}") String orders,
			@Value("${billing.invoices}") String invoices) {
		KStream<String, String> stream = builder.stream(orders, Consumed.with(Serdes.String(), Serdes.String()));
		stream.selectKey((key, order) -> order)
			.repartition(Repartitioned.<String, String>as("by-order")
				.withKeySerde(Serdes.String())
				.withValueSerde(Serdes.String()))
			.mapValues((order) -> invoice(order, gate))
			.to(invoices, Produced.with(Serdes.String(), Serdes.String()));
		return stream;
	}

	private static String invoice(String order, Gate gate) {
		if (order.contains("poison")) {
			throw new IllegalArgumentException("No such order");
		}
		return "invoice for " + gate.pass(order);
	}

}
