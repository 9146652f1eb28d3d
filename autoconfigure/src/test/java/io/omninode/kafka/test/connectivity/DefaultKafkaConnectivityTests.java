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

package io.omninode.kafka.test.connectivity;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.omninode.kafka.test.connectivity.Reachability.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DefaultKafkaConnectivity}.
 */
@Timeout(120)
class DefaultKafkaConnectivityTests {

	private static final Duration AT_ONCE = Duration.ofMillis(1);

	private static final Duration PATIENT = Duration.ofMinutes(1);

	private final Logger logger = (Logger) LoggerFactory.getLogger(DefaultKafkaConnectivity.class);

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	@BeforeEach
	void captureLog() {
		this.logger.setLevel(Level.INFO);
		this.log.start();
		this.logger.addAppender(this.log);
	}

	@AfterEach
	void releaseLog() {
		this.logger.detachAppender(this.log);
		this.logger.setLevel(null);
	}

	@Test
	void aBrokerThatAnswersIsVerifiedWithOneConnection() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.kafka())) {
			assertThat(connectivity(3, server.address()).verify()).isTrue();
			assertThat(server.connections()).isOne();
		}
		assertThat(messages()).isEmpty();
	}

	@Test
	void aBrokerThatDoesNotAnswerIsAskedOnceToVerify() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.closing())) {
			assertThat(connectivity(3, server.address()).verify()).isFalse();
			assertThat(server.connections()).isOne();
		}
		assertThat(messages()).isEmpty();
	}

	@Test
	void awaitAsksOnceWhereTheFirstAttemptSucceeds() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.kafka())) {
			assertThat(connectivity(3, server.address()).await()).isTrue();
			assertThat(server.connections()).isOne();
		}
		assertThat(messages()).isEmpty();
	}

	@Test
	void awaitAsksUntilABrokerAnswersAndLogsEachFailureOnce() throws IOException {
		try (FakeServer server = FakeServer
			.start((number) -> (number < 3) ? FakeServer.closing() : FakeServer.kafka())) {
			assertThat(connectivity(5, server.address()).await()).isTrue();
			assertThat(server.connections()).isEqualTo(3);
			String failed = "Kafka at <" + server.address()
					+ "> answered, but not as Kafka does (it closed the connection)";
			assertThat(messages()).containsExactly(failed + ", attempt 1 of 6", failed + ", attempt 2 of 6");
		}
	}

	@Test
	void awaitGivesUpAfterTheLastRetryAndLogsEachFailureOnce() throws IOException {
		String failed;
		try (RefusingPort port = new RefusingPort()) {
			assertThat(connectivity(2, port.address()).await()).isFalse();
			failed = "Kafka at <" + port.address() + "> refused the connection";
		}
		assertThat(messages()).containsExactly(failed + ", attempt 1 of 3", failed + ", attempt 2 of 3",
				failed + ", attempt 3 of 3");
		assertThat(this.log.list).extracting(ILoggingEvent::getLevel).containsOnly(Level.INFO);
	}

	@Test
	void theRetriesOfTheCallCountWhereTheyAreGiven() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.closing())) {
			assertThat(connectivity(9, server.address()).await(3, AT_ONCE)).isFalse();
			assertThat(server.connections()).isEqualTo(4);
		}
		assertThat(messages()).hasSize(4);
	}

	@Test
	void withoutRetriesThereIsOneAttempt() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.closing())) {
			assertThat(connectivity(9, server.address()).await(0, Duration.ZERO)).isFalse();
			assertThat(server.connections()).isOne();
		}
		assertThat(messages()).hasSize(1);
	}

	@Test
	void aDelayOfZeroRetriesAtOnce() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.closing())) {
			assertThat(connectivity(9, server.address()).await(2, Duration.ZERO)).isFalse();
			assertThat(server.connections()).isEqualTo(3);
		}
	}

	@Test
	void eachCallCountsItsOwnAttempts() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.closing())) {
			KafkaConnectivity connectivity = connectivity(1, server.address());
			connectivity.await();
			connectivity.await();
			assertThat(messages()).extracting((message) -> message.replaceAll(".*, ", ""))
				.containsExactly("attempt 1 of 2", "attempt 2 of 2", "attempt 1 of 2", "attempt 2 of 2");
		}
	}

	@Test
	void serversAreAskedInOrderUntilOneAnswers() throws IOException {
		try (FakeServer first = FakeServer.start(FakeServer.closing());
				FakeServer second = FakeServer.start(FakeServer.kafka());
				FakeServer third = FakeServer.start(FakeServer.kafka())) {
			KafkaConnectivity connectivity = connectivity(3, first.address(), second.address(), third.address());
			assertThat(connectivity.probe()).isEqualTo(new Reachability(second.address(), Outcome.AVAILABLE, ""));
			assertThat(first.connections()).isOne();
			assertThat(second.connections()).isOne();
			assertThat(third.connections()).isZero();
		}
	}

	@Test
	void whenNoServerAnswersTheLastIsReported() throws IOException {
		try (RefusingPort refusing = new RefusingPort(); FakeServer closing = FakeServer.start(FakeServer.closing())) {
			assertThat(connectivity(3, closing.address(), refusing.address()).probe())
				.isEqualTo(new Reachability(refusing.address(), Outcome.REFUSED, ""));
			assertThat(closing.connections()).isOne();
		}
	}

	@Test
	void negativeArgumentsAreRefused() {
		KafkaConnectivity connectivity = connectivity(3, "localhost:9092");
		assertThatIllegalArgumentException().isThrownBy(() -> connectivity.await(-1, AT_ONCE))
			.withMessage("Retries and delay must not be negative, as in <-1> and <PT0.001S>");
		assertThatIllegalArgumentException().isThrownBy(() -> connectivity.await(1, Duration.ofMillis(-1)))
			.withMessage("Retries and delay must not be negative, as in <1> and <PT-0.001S>");
	}

	@Test
	void whenTheThreadIsInterruptedItGivesUpAndStaysInterrupted() throws IOException {
		try (RefusingPort port = new RefusingPort()) {
			Thread.currentThread().interrupt();
			assertThat(connectivity(3, port.address()).await(3, Duration.ofHours(1))).isFalse();
		}
		assertThat(Thread.interrupted()).isTrue();
	}

	private List<String> messages() {
		return this.log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	private static KafkaConnectivity connectivity(int maxRetries, String... servers) {
		return KafkaConnectivity.of(List.of(servers), false,
				new KafkaConnectivity.Settings(maxRetries, AT_ONCE, 1.5, PATIENT));
	}

}
