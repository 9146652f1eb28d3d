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

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.EnableKafkaStreams;

/**
 * Reads <code>orders</code>, sends them through a repartition topic, and writes
 * <code>invoices</code>.
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
	KStream<String, String> invoices(StreamsBuilder builder, Gate gate) {
		KStream<String, String> orders = builder.stream("orders", Consumed.with(Serdes.String(), Serdes.String()));
		orders.selectKey((key, value) -> value)
			.repartition(Repartitioned.<String, String>as("by-value")
				.withKeySerde(Serdes.String())
				.withValueSerde(Serdes.String()))
			.mapValues((value) -> "invoice for " + gate.pass(value))
			.to("invoices", Produced.with(Serdes.String(), Serdes.String()));
		return orders;
	}

}
