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

import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.reply.ReplyAwaiter;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Applications that do not start, each failing at another point.
 */
final class FailingApplications {

	static final String REASON = "fails on purpose";

	static final List<Class<?>> ALL = List.of(BeforeTheBeans.class, InAConstructor.class, BesideTheBroker.class,
			InALifecycle.class, InAListener.class, InARunner.class);

	private FailingApplications() {
	}

	private static IllegalStateException failure() {
		return new IllegalStateException(REASON);
	}

	/**
	 * Fails while bean definitions are read.
	 */
	@Import(EchoApplication.class)
	static class BeforeTheBeans {

		@Bean
		static BeanFactoryPostProcessor failing() {
			return (beanFactory) -> {
				throw failure();
			};
		}

	}

	/**
	 * Fails while beans are made, before the broker is waited for.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class InAConstructor {

		InAConstructor() {
			throw failure();
		}

	}

	/**
	 * Fails when all beans are made and the broker has been waited for.
	 */
	@Import(EchoApplication.class)
	static class BesideTheBroker {

		@Bean
		SmartInitializingSingleton failing() {
			return () -> {
				throw failure();
			};
		}

	}

	/**
	 * Fails when everything else runs.
	 */
	@Import(EchoApplication.class)
	static class InALifecycle {

		@Bean
		SmartLifecycle failing() {
			return new FailingLifecycle();
		}

	}

	/**
	 * Fails when its listener starts.
	 */
	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class InAListener {

		@KafkaListener(topics = "omninode.codegen.request.validate.v1", groupId = "orders",
				properties = "max.poll.records=" + REASON)
		void on(String order) {
		}

	}

	/**
	 * Fails when the context has started and Kafka was used.
	 */
	@Import(EchoApplication.class)
	static class InARunner {

		@Bean
		ApplicationRunner failing(ReplyAwaiter replies) {
			return (arguments) -> {
				replies.exchange("validation").send(Map.of("a", 1)).await();
				throw failure();
			};
		}

	}

	private static final class FailingLifecycle implements SmartLifecycle {

		@Override
		public void start() {
			throw failure();
		}

		@Override
		public void stop() {
		}

		@Override
		public boolean isRunning() {
			return false;
		}

	}

}
