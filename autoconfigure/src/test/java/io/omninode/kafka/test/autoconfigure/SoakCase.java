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

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.fixture.Holdings;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Opens and closes many contexts in one JVM. Every tenth fails while it starts, each time
 * at another point.
 */
class SoakCase {

	/**
	 * All of them on the oldest JDK, and as many on others as it takes to fail once in
	 * each way.
	 */
	private static final int CONTEXTS = (Runtime.version().feature() == 17) ? 200 : 60;

	private static final String REQUESTS = "omninode.codegen.request.validate.v1";

	private final List<WeakReference<?>> contexts = new ArrayList<>();

	private int failures;

	@Test
	void nothingIsLeftOfAContext() throws Exception {
		exchange();
		Holdings first = Holdings.now();
		for (int i = 2; i <= CONTEXTS; i++) {
			open(i);
		}
		Awaitility.await().pollInSameThread().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
			assertThat(Holdings.now().since(first)).isEmpty();
			System.gc();
			this.contexts.removeIf((context) -> context.refersTo(null));
			// Boot's logging system knows the environment of the last one.
			assertThat(this.contexts.size()).as("contexts in memory").isLessThanOrEqualTo(1);
		});
	}

	private void open(int i) throws Exception {
		if (i % 10 == 0) {
			fail();
		}
		else if (i % 5 == 1) {
			exchange();
		}
		else {
			sendOne();
		}
	}

	private void fail() {
		List<Class<?>> all = FailingApplications.ALL;
		Class<?> application = all.get(this.failures++ % all.size());
		assertThatException().isThrownBy(() -> start(application).close())
			.satisfies((ex) -> assertThat(ex).hasStackTraceContaining(FailingApplications.REASON));
	}

	private void sendOne() throws Exception {
		try (ConfigurableApplicationContext context = start(ApplicationTest.Application.class)) {
			context.getBean("kafkaTemplate", KafkaTemplate.class).send(REQUESTS, "a").get(1, TimeUnit.MINUTES);
		}
	}

	private void exchange() {
		try (ConfigurableApplicationContext context = start(EchoApplication.class)) {
			context.getBean(TestConsumers.class).consumer("soak", REQUESTS);
			Reply reply = context.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)).await();
			context.getBean(FlowTracker.class).track(reply.correlationId());
		}
	}

	private ConfigurableApplicationContext start(Class<?> application) {
		ApplicationContextInitializer<ConfigurableApplicationContext> remember = (context) -> this.contexts
			.add(new WeakReference<>(context));
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE).initializers(remember).run();
	}

}
