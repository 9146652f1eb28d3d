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

package io.omninode.kafka.integration.counting;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Produced;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.EnableKafkaStreams;

/**
 * An application that counts words.
 */
@SpringBootApplication
@EnableKafkaStreams
public class CountingApplication {

	/**
	 * Run the application.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(CountingApplication.class, args);
	}

	@Bean
	NewTopic wordsTopic(@Value("${counting.words}") String topic) {
		return new NewTopic(topic, 1, (short) 1);
	}

	@Bean
	NewTopic countsTopic(@Value("${counting.counts}") String topic) {
		return new NewTopic(topic, 1, (short) 1);
	}

	@Bean
	KTable<String, Long> counts(StreamsBuilder builder, @Value("${counting.words}") String words,
			@Value("${counting.counts}") String topic) {
		KTable<String, Long> counts = builder.stream(words, Consumed.with(Serdes.String(), Serdes.String()))
			.groupBy((key, word) -> word, Grouped.with(Serdes.String(), Serdes.String()))
			.count();
		counts.toStream().mapValues(String::valueOf).to(topic, Produced.with(Serdes.String(), Serdes.String()));
		return counts;
	}

}
