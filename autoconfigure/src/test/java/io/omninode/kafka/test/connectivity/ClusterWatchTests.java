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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link ClusterWatch}.
 */
@Timeout(120)
class ClusterWatchTests {

	private static final Patience SHORT = Patience.of(Duration.ofMillis(50));

	@Test
	void aCallThatReturnsIsLeftAlone() throws IOException {
		try (RefusingPort port = new RefusingPort()) {
			assertThat(watch(port.address()).<String>call("No answer", SHORT, () -> "answer")).isEqualTo("answer");
		}
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void aCallThatWaitsForAClusterThatIsGoneEnds() throws IOException {
		try (RefusingPort port = new RefusingPort()) {
			assertThatExceptionOfType(NoAnswerException.class)
				.isThrownBy(
						() -> watch(port.address()).run("The topics cannot be listed", SHORT, ClusterWatchTests::hang))
				.withMessage("The topics cannot be listed.\n\nCause:    Kafka at <" + port.address()
						+ "> refused the connection\nRemedy:   nothing listens on that port: start the broker, see why "
						+ "it ended, or correct the address\n")
				.satisfies((ex) -> assertThat(ex.reachability()).isPresent());
		}
		assertThat(Thread.currentThread().isInterrupted()).isFalse();
	}

	@Test
	void aCallThatTakesNoNoticeIsInterruptedAgain() throws IOException {
		AtomicInteger interrupts = new AtomicInteger();
		try (RefusingPort port = new RefusingPort()) {
			watch(port.address()).run("No answer", SHORT, () -> {
				while (interrupts.get() < 2) {
					try {
						hang();
					}
					catch (IllegalStateException ex) {
						Thread.interrupted();
						interrupts.incrementAndGet();
					}
				}
			});
		}
		assertThat(interrupts).hasValue(2);
	}

	@Test
	void whileABrokerIsThereACallGoesOnUpToItsLimit() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.kafka())) {
			Patience patience = new Patience(Duration.ofMillis(10), Duration.ofMillis(100));
			assertThatExceptionOfType(NoAnswerException.class)
				.isThrownBy(() -> watch(server.address()).run("No answer", patience, ClusterWatchTests::hang))
				.withMessage("No answer: a broker is there, but it did not answer within 100ms")
				.satisfies((ex) -> assertThat(ex.reachability()).isEmpty());
			assertThat(server.connections()).isPositive();
		}
	}

	@Test
	void aCallThatFailsForAClusterThatIsGoneSaysSo() throws IOException {
		IllegalStateException misleading = new IllegalStateException("Timed out waiting for a node assignment");
		try (RefusingPort port = new RefusingPort()) {
			assertThatExceptionOfType(NoAnswerException.class).isThrownBy(() -> fail(watch(port.address()), misleading))
				.withMessageContaining("refused the connection")
				.withCause(misleading);
		}
	}

	@Test
	void aCallThatFailsForAnotherReasonFailsAsItDoes() throws IOException {
		IllegalStateException failure = new IllegalStateException("another reason");
		try (FakeServer server = FakeServer.start(FakeServer.kafka()); RefusingPort port = new RefusingPort()) {
			assertThatIllegalStateException().isThrownBy(() -> fail(watch(server.address()), failure))
				.isSameAs(failure);
			assertThatIllegalArgumentException()
				.isThrownBy(() -> fail(watch(port.address()), new IllegalArgumentException("wrong")))
				.withMessage("wrong");
		}
	}

	@Test
	void anInterruptOfOthersStays() throws IOException {
		try (RefusingPort port = new RefusingPort()) {
			Thread.currentThread().interrupt();
			assertThatIllegalStateException().isThrownBy(() -> watch(port.address()).run("No answer",
					Patience.of(Duration.ofMinutes(1)), ClusterWatchTests::hang))
				.withMessage("interrupted");
		}
		assertThat(Thread.interrupted()).isTrue();
	}

	@Test
	void serversThatSayNothingAreAskedAtOnce() throws IOException {
		try (FakeServer one = FakeServer.start(FakeServer.mute());
				FakeServer two = FakeServer.start(FakeServer.mute());
				FakeServer three = FakeServer.start(FakeServer.mute())) {
			Reachability trouble = watch(one.address(), two.address(), three.address()).trouble();
			assertThat(trouble).hasToString("Kafka at <" + one.address() + "," + two.address() + "," + three.address()
					+ "> took the connection but did not answer (no answer within 1s500ms)");
		}
	}

	@Test
	void oneServerThatAnswersIsEnough() throws IOException {
		try (RefusingPort port = new RefusingPort(); FakeServer server = FakeServer.start(FakeServer.kafka())) {
			assertThat(watch(port.address(), server.address()).trouble()).isNull();
		}
	}

	@Test
	void manyWhoWantToKnowAskOnce() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.closing())) {
			ClusterWatch watch = watch(server.address());
			assertThat(watch.trouble()).isNotNull().isSameAs(watch.trouble());
		}
	}

	@Test
	void withoutServersTheClusterIsTakenToBeThere() {
		assertThat(ClusterWatch.none().trouble()).isNull();
	}

	private static void fail(ClusterWatch watch, RuntimeException failure) {
		watch.run("No answer", Patience.of(Duration.ofMinutes(1)), () -> {
			throw failure;
		});
	}

	private static void hang() {
		try {
			new CountDownLatch(1).await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", ex);
		}
	}

	private static ClusterWatch watch(String... servers) {
		return ClusterWatch.of(List.of(servers), false);
	}

}
