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

import java.util.Map;
import java.util.concurrent.Callable;

import io.omninode.kafka.test.broker.BrokerStartException;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.CaseJvm;
import io.omninode.kafka.test.fixture.GatedMetricsReporter;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.NestedTestConfiguration;
import org.springframework.test.context.NestedTestConfiguration.EnclosingConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Test classes that run in a JVM of their own, and do with their contexts whatever a test
 * class may do.
 */
final class ContextCases {

	/**
	 * Contexts that run at the same time would have to share the one partition.
	 */
	private static final String OWN_GROUP = "echo.group=${random.uuid}";

	private ContextCases() {
	}

	private static void exchange(ApplicationContext context) {
		context.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)).await();
		CaseJvm.tell("broker", context.getBean(TestBroker.class).bootstrapServers());
	}

	private static SpringApplicationBuilder application(Class<?> type) {
		return new SpringApplicationBuilder(type).web(WebApplicationType.NONE).properties(OWN_GROUP);
	}

	@SpringBootTest(classes = EchoApplication.class, properties = { OWN_GROUP })
	@KafkaTest
	abstract static class Base {

		@Autowired
		ApplicationContext context;

	}

	static class WithNested extends Base {

		@Test
		void outside() {
			exchange(this.context);
		}

		@Nested
		class Plain {

			@Test
			void nested() {
				exchange(WithNested.this.context);
			}

		}

		@Nested
		@TestPropertySource(properties = "orders.context=nested")
		class OtherProperties {

			@Test
			void nestedWithOtherProperties(@Autowired ApplicationContext own) {
				assertThat(own.getEnvironment().getProperty("orders.context")).isEqualTo("nested");
				exchange(own);
			}

		}

		@Nested
		@NestedTestConfiguration(EnclosingConfiguration.OVERRIDE)
		@SpringBootTest(classes = EchoApplication.class, properties = { "orders.context=own", OWN_GROUP })
		@KafkaTest
		class OwnConfiguration {

			@Test
			void nestedWithItsOwnConfiguration(@Autowired ApplicationContext own) {
				assertThat(own.getEnvironment().getProperty("orders.context")).isEqualTo("own");
				exchange(own);
			}

		}

	}

	@DirtiesContext
	static class DirtiesAfterClass extends Base {

		@Test
		void dirtiesAfterClass() {
			exchange(this.context);
		}

	}

	@DirtiesContext(classMode = ClassMode.BEFORE_CLASS)
	static class DirtiesBeforeClass extends Base {

		@Test
		void dirtiesBeforeClass() {
			exchange(this.context);
		}

	}

	@DirtiesContext(classMode = ClassMode.AFTER_EACH_TEST_METHOD)
	static class DirtiesAfterEach extends Base {

		@RepeatedTest(2)
		void dirtiesAfterEach() {
			exchange(this.context);
		}

	}

	static class DirtiesByMethod extends Base {

		@RepeatedTest(2)
		@DirtiesContext(methodMode = MethodMode.BEFORE_METHOD)
		void dirtiesBefore() {
			exchange(this.context);
		}

		@RepeatedTest(2)
		@DirtiesContext
		void dirtiesAfter() {
			exchange(this.context);
		}

	}

	static class WithMock extends Base {

		@MockitoBean
		Runnable mock;

		@Test
		void withMock() {
			exchange(this.context);
		}

	}

	static class WithOtherMock extends Base {

		@MockitoBean
		Callable<String> mock;

		@Test
		void withOtherMock() {
			exchange(this.context);
		}

	}

	static class WhileOthersFail extends Base {

		@ParameterizedTest
		@MethodSource
		void whileOthersFail(Class<?> failing) {
			assertThatException().isThrownBy(application(failing)::run)
				.satisfies((ex) -> assertThat(ex).hasStackTraceContaining(FailingApplications.REASON));
			exchange(this.context);
		}

		static Iterable<Class<?>> whileOthersFail() {
			return FailingApplications.ALL;
		}

	}

	/**
	 * Alone, for Boot sets up the logging of one application at a time, and only the test
	 * framework makes its contexts one after the other.
	 */
	@Isolated
	static class ByHand {

		@RepeatedTest(3)
		void byHand() {
			try (ConfigurableApplicationContext context = application(EchoApplication.class).run()) {
				exchange(context);
			}
		}

	}

	/**
	 * Is interrupted while it waits for a broker of its own, which starts when it may.
	 */
	static class Interrupted {

		private static final String PROPERTIES = "kafka.test.embedded.properties.";

		private static int runs;

		@Test
		void interrupted() {
			String[] properties = { PROPERTIES + "metric.reporters=" + GatedMetricsReporter.class.getName(),
					PROPERTIES + "num.partitions=" + ++runs };
			GatedMetricsReporter.shut();
			ApplicationContextInitializer<ConfigurableApplicationContext> interrupt = (
					context) -> Thread.currentThread().interrupt();
			try {
				assertThatException()
					.isThrownBy(application(EchoApplication.class).initializers(interrupt).properties(properties)::run)
					.isInstanceOf(BrokerStartException.class)
					.withCauseInstanceOf(InterruptedException.class);
				assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
			}
			finally {
				GatedMetricsReporter.open();
			}
			try (ConfigurableApplicationContext next = application(EchoApplication.class).properties(properties)
				.run()) {
				next.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)).await();
			}
			assertThat(GatedMetricsReporter.count()).as("brokers started").isOne();
		}

	}

}
