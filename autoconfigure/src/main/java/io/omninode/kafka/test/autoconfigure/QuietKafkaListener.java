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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Keeps Kafka quiet by changing the levels of its loggers when logging is configured.
 * Levels that the user has set, by property or in a file, for a logger or one of its
 * parents, are kept.
 */
class QuietKafkaListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

	/**
	 * The levels of loggers whose messages mean nothing in a test. A new controller warns
	 * that its log is empty, which it always is. The state change logger logs an error
	 * for each new partition. If two clients look for their coordinator at the same time,
	 * the broker warns that the second one cannot create the offsets topic. A controller
	 * on a busy machine logs an error because it had to wait for a processor. Kafka
	 * Streams warns that its state is in a temporary directory, which tests intend.
	 */
	private static final Map<String, LogLevel> LEVELS = Map.of("org.apache.kafka", LogLevel.WARN, "kafka",
			LogLevel.WARN, "state.change.logger", LogLevel.OFF, "org.apache.kafka.controller.QuorumController",
			LogLevel.ERROR, "org.apache.kafka.controller.EventPerformanceMonitor", LogLevel.OFF,
			"kafka.server.DefaultAutoTopicCreationManager", LogLevel.ERROR,
			"org.apache.kafka.streams.processor.internals.StateDirectory", LogLevel.ERROR);

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		if (event.getEnvironment().getProperty("kafka.test.enabled", Boolean.class, true)) {
			LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
			LogLevel root = level(logging, LoggingSystem.ROOT_LOGGER_NAME);
			LEVELS.keySet()
				.stream()
				.filter((logger) -> isLeftToDefaults(logging, logger, root) && !isAskedFor(event, logger))
				.toList()
				.forEach((logger) -> logging.setLogLevel(logger, LEVELS.get(logger)));
		}
	}

	/**
	 * Return whether a property sets a level for a logger or for one of its parents,
	 * including the root logger.
	 */
	private static boolean isAskedFor(ApplicationEnvironmentPreparedEvent event, String logger) {
		for (String name = logger; name.contains("."); name = name.substring(0, name.lastIndexOf('.'))) {
			if (event.getEnvironment().containsProperty("logging.level." + name)) {
				return true;
			}
		}
		return event.getEnvironment().containsProperty("logging.level." + logger.split("\\.")[0]);
	}

	private static boolean isLeftToDefaults(LoggingSystem logging, String logger, @Nullable LogLevel root) {
		LoggerConfiguration configuration = logging.getLoggerConfiguration(logger);
		return configuration == null
				|| (configuration.getConfiguredLevel() == null && configuration.getEffectiveLevel() == root);
	}

	private static @Nullable LogLevel level(LoggingSystem logging, String logger) {
		LoggerConfiguration configuration = logging.getLoggerConfiguration(logger);
		return (configuration != null) ? configuration.getEffectiveLevel() : null;
	}

	@Override
	public int getOrder() {
		return LoggingApplicationListener.DEFAULT_ORDER + 1;
	}

}
