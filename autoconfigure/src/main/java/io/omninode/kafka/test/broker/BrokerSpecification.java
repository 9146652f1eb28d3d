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

package io.omninode.kafka.test.broker;

import java.util.Map;

import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * The specification of an embedded cluster. Equal specifications share one cluster.
 *
 * @param brokers the number of its brokers
 * @param securityProtocol the protocol that clients use
 * @param properties further configuration, by Kafka's own names
 * @since 0.1.0
 */
public record BrokerSpecification(int brokers, SecurityProtocol securityProtocol, Map<String, String> properties) {

	public BrokerSpecification {
		properties = Map.copyOf(properties);
	}

	/**
	 * Create a specification of brokers that speak {@code PLAINTEXT}.
	 * @param brokers the number of brokers
	 * @param properties further configuration, by Kafka's own names
	 */
	public BrokerSpecification(int brokers, Map<String, String> properties) {
		this(brokers, SecurityProtocol.PLAINTEXT, properties);
	}

}
