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

package io.omninode.kafka.test.autoconfigure;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.BrokerSpecification;
import io.omninode.kafka.test.broker.RunningBroker;

/**
 * An engine whose broker has an address and nothing that listens there.
 */
final class FakeEngine implements BrokerEngine {

	static final String SERVERS = "127.0.0.1:40404";

	@Override
	public RunningBroker start(BrokerSpecification specification) {
		return new FakeBroker();
	}

	private static final class FakeBroker implements RunningBroker {

		@Override
		public String bootstrapServers() {
			return SERVERS;
		}

		@Override
		public void close() {
		}

	}

}
