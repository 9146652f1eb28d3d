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

import java.util.LinkedHashMap;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class QuietKafkaListenerTests {

	private static final String STATE_DIRECTORY = "org.apache.kafka.streams.processor.internals.StateDirectory";

	private static final String[] LOGGERS = { "org.apache", "org.apache.kafka", "org.apache.kafka.streams", "kafka",
			"state.change.logger", "org.apache.kafka.controller.QuorumController",
			"kafka.server.DefaultAutoTopicCreationManager", STATE_DIRECTORY };

	private final Map<String, @Nullable Level> before = new LinkedHashMap<>();

	private final StandardEnvironment environment = new StandardEnvironment();

	@BeforeEach
	void forgetLevels() {
		for (String name : LOGGERS) {
			this.before.put(name, logger(name).getLevel());
			logger(name).setLevel(null);
		}
	}

	@AfterEach
	void restoreLevels() {
		this.before.forEach((name, level) -> logger(name).setLevel(level));
	}

	@Test
	void whenNothingIsSetKafkaIsQuiet() {
		prepare();
		assertThat(logger("org.apache.kafka").getLevel()).isEqualTo(Level.WARN);
		assertThat(logger("kafka").getLevel()).isEqualTo(Level.WARN);
		assertThat(logger("state.change.logger").getLevel()).isEqualTo(Level.OFF);
		assertThat(logger("org.apache.kafka.controller.QuorumController").getLevel()).isEqualTo(Level.ERROR);
		assertThat(logger("kafka.server.DefaultAutoTopicCreationManager").getLevel()).isEqualTo(Level.ERROR);
	}

	@Test
	void thatTheStateOfStreamsIsInATemporaryDirectoryIsNoWarning() {
		prepare();
		assertThat(logger(STATE_DIRECTORY).isWarnEnabled()).isFalse();
		assertThat(logger("org.apache.kafka.streams.KafkaStreams").isWarnEnabled()).isTrue();
	}

	@Test
	void aLevelThatTheUserSetForStreamsIsThatOfTheStateDirectoryToo() {
		TestPropertyValues.of("logging.level.org.apache.kafka.streams=info").applyTo(this.environment);
		prepare();
		assertThat(logger(STATE_DIRECTORY).getLevel()).isNull();
		logger("org.apache.kafka.streams").setLevel(Level.INFO);
		assertThat(logger(STATE_DIRECTORY).isWarnEnabled()).isTrue();
	}

	@Test
	void aLevelThatTheUserSetStays() {
		logger("org.apache.kafka").setLevel(Level.DEBUG);
		prepare();
		assertThat(logger("org.apache.kafka").getLevel()).isEqualTo(Level.DEBUG);
		assertThat(logger("org.apache.kafka.controller.QuorumController").getEffectiveLevel()).isEqualTo(Level.DEBUG);
		assertThat(logger("kafka").getLevel()).isEqualTo(Level.WARN);
	}

	@Test
	void aLevelThatTheUserSetForAParentStays() {
		logger("org.apache").setLevel(Level.TRACE);
		prepare();
		assertThat(logger("org.apache.kafka").getEffectiveLevel()).isEqualTo(Level.TRACE);
	}

	@Test
	void aLevelOfAParentStaysThoughItIsThatOfTheRoot() {
		logger("org.apache").setLevel(root().getLevel());
		TestPropertyValues.of("logging.level.org.apache=" + root().getLevel()).applyTo(this.environment);
		prepare();
		assertThat(logger("org.apache.kafka").getLevel()).isNull();
		assertThat(logger("kafka").getLevel()).isEqualTo(Level.WARN);
	}

	@Test
	void aLevelOfKafkaStreamsStays() {
		logger("org.apache.kafka.streams").setLevel(Level.INFO);
		prepare();
		assertThat(logger("org.apache.kafka.streams.KafkaStreams").isInfoEnabled()).isTrue();
		assertThat(logger("org.apache.kafka.clients.NetworkClient").isInfoEnabled()).isFalse();
	}

	private static Logger root() {
		return logger(Logger.ROOT_LOGGER_NAME);
	}

	@Test
	void whenSwitchedOffNoLevelIsSet() {
		TestPropertyValues.of("kafka.test.enabled=false").applyTo(this.environment);
		prepare();
		assertThat(logger("org.apache.kafka").getLevel()).isNull();
	}

	private void prepare() {
		new QuietKafkaListener().onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
				new DefaultBootstrapContext(), new SpringApplication(), new String[0], this.environment));
	}

	private static Logger logger(String name) {
		return (Logger) LoggerFactory.getLogger(name);
	}

}
