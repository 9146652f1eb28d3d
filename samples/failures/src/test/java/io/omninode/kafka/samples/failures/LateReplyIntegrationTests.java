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

package io.omninode.kafka.samples.failures;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import io.omninode.kafka.test.topic.TestTopics;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A reply that comes when nobody waits for it any more: when it is asked which topics
 * there are, which the diagnosis does first.
 */
@SpringBootTest(classes = LateReplyIntegrationTests.Application.class,
		properties = "spring.kafka.consumer.group-id=late-reply")
@KafkaTest
class LateReplyIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Test
	void theReplyComesLate() {
		PendingReply reply = this.replies.between("long-orders", "long-replies").send(Failure.order("long"));
		Failure failure = Failure.of(reply::await);
		Application.TEST_IS_OVER.countDown();
		failure.tells(Cause.LATE, "The reply comes after the wait");
	}

	@EnableAutoConfiguration
	static class Application {

		private static final CountDownLatch WAIT_IS_OVER = new CountDownLatch(1);

		private static final CountDownLatch TEST_IS_OVER = new CountDownLatch(1);

		private static final CountDownLatch ANSWERED = new CountDownLatch(1);

		@Autowired
		KafkaTemplate<String, String> template;

		@KafkaListener(topics = "long-orders")
		void answer(String order) throws InterruptedException {
			WAIT_IS_OVER.await();
			this.template.send("long-replies", order).join();
			ANSWERED.countDown();
			TEST_IS_OVER.await();
		}

		@Bean
		static BeanPostProcessor whenTopicsAreListed() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof TestTopics topics) ? watched(topics) : bean;
				}

			};
		}

		private static TestTopics watched(TestTopics topics) {
			return (TestTopics) Proxy.newProxyInstance(TestTopics.class.getClassLoader(),
					new Class<?>[] { TestTopics.class }, (proxy, method, arguments) -> {
						if (method.getName().equals("list")
								&& Thread.currentThread().getName().startsWith("kafka-test-diagnosis")) {
							WAIT_IS_OVER.countDown();
							ANSWERED.await();
						}
						try {
							return method.invoke(topics, arguments);
						}
						catch (InvocationTargetException ex) {
							throw ex.getCause();
						}
					});
		}

	}

}
