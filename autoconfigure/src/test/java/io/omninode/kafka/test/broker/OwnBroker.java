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

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * A broker for the tests of one class that have no application context: it runs before
 * their first and ends after their last, and Kafka logs errors only.
 */
public final class OwnBroker implements BeforeAllCallback, AfterAllCallback {

	private final Map<String, String> properties;

	private RunningBroker broker;

	private Admin admin;

	public OwnBroker() {
		this(Map.of());
	}

	public OwnBroker(Map<String, String> properties) {
		this.properties = properties;
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		for (String logger : List.of("org.apache.kafka", "kafka", "state.change.logger")) {
			LoggingSystem.get(Admin.class.getClassLoader()).setLogLevel(logger, LogLevel.ERROR);
		}
		this.broker = BrokerEngine.kraft().start(new BrokerSpecification(1, this.properties));
		this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.admin.close();
		this.broker.close();
	}

	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	public BrokerNode node() {
		return this.broker.nodes().get(0);
	}

	public Admin admin() {
		return this.admin;
	}

}
