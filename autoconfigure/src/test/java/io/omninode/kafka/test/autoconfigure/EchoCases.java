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

import java.io.IOException;
import java.util.Map;

import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.fixture.ListeningSockets;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.OS;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Test classes that run in a JVM of their own: two with one context, one with another.
 */
final class EchoCases {

	private EchoCases() {
	}

	private static void exchange(TestBroker broker, ReplyAwaiter replies) throws IOException {
		replies.exchange("validation").send(Map.of("a", 1)).await();
		CaseJvm.tell("broker", broker.mode() + " " + broker.bootstrapServers());
		if (OS.LINUX.isCurrentOs()) {
			ListeningSockets.addresses().forEach((address) -> CaseJvm.tell("listening", address));
		}
	}

	@SpringBootTest(classes = EchoApplication.class)
	@KafkaTest
	static class First {

		@Test
		void first(@Autowired TestBroker broker, @Autowired ReplyAwaiter replies) throws IOException {
			exchange(broker, replies);
		}

	}

	@SpringBootTest(classes = EchoApplication.class, properties = "orders.context=another")
	@KafkaTest
	static class Other {

		@Test
		void other(@Autowired TestBroker broker, @Autowired ReplyAwaiter replies) throws IOException {
			exchange(broker, replies);
		}

	}

	@SpringBootTest(classes = EchoApplication.class)
	@KafkaTest
	static class Again {

		@Test
		void again(@Autowired TestBroker broker, @Autowired ReplyAwaiter replies) throws IOException {
			exchange(broker, replies);
		}

	}

}
