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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.ConcurrentModificationException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

/**
 * How consumers end with their test.
 */
class ClosedConsumersTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger(DefaultTestConsumers.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void captureLog() {
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void releaseLog() {
		this.logger.detachAppender(this.log);
	}

	@Test
	void aConsumerIsClosed() {
		MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
		DefaultTestConsumers.close(consumer);
		assertThat(consumer.closed()).isTrue();
		assertThat(this.log.list).isEmpty();
	}

	@Test
	void aConsumerThatTheTestClosedItselfIsLeftAlone() {
		MockConsumer<String, String> consumer = new MockConsumer<>("earliest");
		consumer.close(CloseOptions.timeout(Duration.ZERO));
		DefaultTestConsumers.close(consumer);
		assertThat(consumer.closed()).isTrue();
		assertThat(this.log.list).isEmpty();
	}

	@Test
	void aConsumerThatAnotherThreadUsesIsWokenUp() {
		Consumer<?, ?> consumer = mock();
		willThrow(new ConcurrentModificationException()).given(consumer).close(any(CloseOptions.class));
		DefaultTestConsumers.close(consumer);
		then(consumer).should().wakeup();
		assertThat(this.log.list).extracting(ILoggingEvent::getLevel, ILoggingEvent::getFormattedMessage)
			.containsExactly(tuple(Level.WARN,
					"A consumer is still in use by another thread after its test; it was woken up, not closed"));
	}

}
