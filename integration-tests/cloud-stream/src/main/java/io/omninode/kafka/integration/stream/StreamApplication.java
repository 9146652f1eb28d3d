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

package io.omninode.kafka.integration.stream;

import java.util.function.Consumer;
import java.util.function.Function;

import io.omninode.kafka.integration.parts.Gate;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Reads <code>orders</code> as group <code>billing</code> and writes
 * <code>invoices</code>; another function without a group reads <code>alerts</code>.
 */
@SpringBootApplication
public class StreamApplication {

	/**
	 * Run the application.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(StreamApplication.class, args);
	}

	@Bean
	Gate gate() {
		return new Gate();
	}

	@Bean
	Function<String, String> billing(Gate gate) {
		return (order) -> "invoice for " + gate.pass(order);
	}

	@Bean
	Function<Parcel, Parcel> weighing() {
		return (parcel) -> new Parcel(parcel.id(), 2 * parcel.weight());
	}

	@Bean
	Consumer<String> alarm(Gate gate) {
		return gate::pass;
	}

	/**
	 * What is weighed.
	 *
	 * @param id the id
	 * @param weight the weight
	 */
	public record Parcel(String id, int weight) {

	}

}
