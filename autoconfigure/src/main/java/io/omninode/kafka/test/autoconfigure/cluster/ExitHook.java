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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.util.function.Consumer;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.Environment;

/**
 * Runs an action when the JVM ends: after Boot has closed all contexts or, if Boot does
 * not close them, immediately.
 *
 * @param beanFactory the bean factory of a context
 * @param environment the environment of that context
 */
record ExitHook(ConfigurableListableBeanFactory beanFactory, Environment environment) implements Consumer<Runnable> {

	private static final String APPLICATION_ARGUMENTS = "springApplicationArguments";

	private static final String REGISTER_SHUTDOWN_HOOK = "spring.main.register-shutdown-hook";

	@Override
	public void accept(Runnable action) {
		if (isClosedByBoot()) {
			SpringApplication.getShutdownHandlers().add(action);
		}
		else {
			Runtime.getRuntime().addShutdownHook(new Thread(action, "kafka-test-exit"));
		}
	}

	private boolean isClosedByBoot() {
		return this.beanFactory.containsBean(APPLICATION_ARGUMENTS)
				&& this.environment.getProperty(REGISTER_SHUTDOWN_HOOK, Boolean.class, true);
	}

}
