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

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestContextManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a test class holds between its methods is its own until it ends, whichever others
 * end on the same context meanwhile.
 */
@Tag(KafkaTags.KAFKA)
class TestClassesIntegrationTests {

	private static void assertIsOpen(Consumer<?, ?> consumer) {
		assertThat(consumer.assignment()).isNotEmpty();
	}

	private static void assertIsClosed(Consumer<?, ?> consumer) {
		assertThatIllegalStateException().isThrownBy(consumer::assignment);
	}

	@Test
	void aClassThatRunsInParallelDisturbsNoOther() throws Exception {
		First first = new First();
		TestContextManager ofFirst = begin(first);
		Consumer<?, ?> held = first.consumer("of-the-first");
		Second second = new Second();
		TestContextManager ofSecond = begin(second);
		assertThat(second.consumers).isSameAs(first.consumers);
		Consumer<?, ?> ofMethod = useInMethod(ofSecond, second);
		ofSecond.afterTestClass();
		assertIsClosed(ofMethod);
		assertIsOpen(held);
		ofFirst.afterTestClass();
		assertIsClosed(held);
	}

	private static TestContextManager begin(Base instance) throws Exception {
		TestContextManager manager = new TestContextManager(instance.getClass());
		manager.beforeTestClass();
		manager.prepareTestInstance(instance);
		return manager;
	}

	private static Consumer<?, ?> useInMethod(TestContextManager manager, Base instance) throws Exception {
		var method = Object.class.getMethod("toString");
		manager.beforeTestMethod(instance, method);
		Consumer<?, ?> consumer = instance.consumer("of-a-method");
		manager.afterTestMethod(instance, method, null);
		return consumer;
	}

	@SpringBootTest(classes = ScriptedApplication.class)
	@KafkaTest
	abstract static class Base {

		@Autowired
		TestConsumers consumers;

		Consumer<?, ?> consumer(String group) {
			return this.consumers.consumer(group, ScriptedApplication.REPLIES);
		}

	}

	static class First extends Base {

	}

	static class Second extends Base {

	}

	@Nested
	@SpringBootTest(classes = ScriptedApplication.class)
	@KafkaTest
	@TestInstance(Lifecycle.PER_CLASS)
	class Enclosing {

		private Consumer<?, ?> held;

		@BeforeAll
		void hold(@Autowired TestConsumers consumers) {
			this.held = consumers.consumer("of-the-enclosing", ScriptedApplication.REPLIES);
		}

		@Nested
		class One {

			@Test
			void hasWhatTheEnclosingClassHolds() {
				assertIsOpen(Enclosing.this.held);
			}

		}

		@Nested
		class Other {

			@Test
			void hasItTooAfterTheFirstHasEnded() {
				assertIsOpen(Enclosing.this.held);
			}

		}

	}

}
