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

package io.omninode.kafka.test.broker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link StartingBroker}.
 */
@Timeout(120)
class StartingBrokerTests {

	private static final BrokerSpecification SPECIFICATION = new BrokerSpecification(1, Map.of());

	private static final Runnable NOTHING = () -> {
	};

	private final List<String> events = new CopyOnWriteArrayList<>();

	private final CountDownLatch gate = new CountDownLatch(1);

	@Test
	void theAddressIsKnownWhileTheBrokerStarts() {
		RunningBroker broker = start(this.gate::await);
		assertThat(broker.bootstrapServers()).isEqualTo("localhost:1");
		assertThat(broker.hasFailed()).isFalse();
		this.gate.countDown();
		assertThatNoException().isThrownBy(broker::awaitStarted);
	}

	@Test
	void whenTheStartFailsTheBrokerIsClosedAndEveryoneIsTold() {
		IllegalStateException reason = new IllegalStateException("no disk");
		RunningBroker broker = start(() -> {
			throw reason;
		});
		for (int i = 0; i < 2; i++) {
			assertThatExceptionOfType(BrokerStartException.class).isThrownBy(broker::awaitStarted)
				.withMessage("failed: java.lang.IllegalStateException: no disk")
				.withCause(reason);
		}
		assertThat(broker.hasFailed()).isTrue();
		assertThat(this.events).containsExactly("closed");
	}

	@Test
	void whenAClassIsMissingThatIsToldToo() {
		RunningBroker broker = start(() -> {
			throw new NoClassDefFoundError("kafka/server/BrokerServer");
		});
		assertThatExceptionOfType(BrokerStartException.class).isThrownBy(broker::awaitStarted)
			.withMessage("failed: java.lang.NoClassDefFoundError: kafka/server/BrokerServer");
		assertThat(this.events).containsExactly("closed");
	}

	@ParameterizedTest
	@ValueSource(classes = { NoClassDefFoundError.class, OutOfMemoryError.class, AssertionError.class })
	void anyErrorIsToldAndTheNextContextTriesAgain(Class<? extends Error> type) throws Exception {
		Error error = type.getConstructor().newInstance();
		RunningBrokers brokers = new RunningBrokers();
		BrokerEngine engine = (specification) -> start(() -> {
			if (this.events.isEmpty()) {
				throw error;
			}
		});
		RunningBroker first = brokers.borrow(SPECIFICATION, engine, (action) -> {
		});
		assertThatExceptionOfType(BrokerStartException.class).isThrownBy(first::awaitStarted).withCause(error);
		assertThat(first.hasFailed()).isTrue();
		assertThat(this.events).containsExactly("closed");
		RunningBroker second = brokers.borrow(SPECIFICATION, engine, (action) -> {
		});
		assertThatNoException().isThrownBy(second::awaitStarted);
		brokers.closeAll();
	}

	@Test
	void anErrorWhileClosingDoesNotHideTheReasonOfTheStart() {
		RunningBroker broker = StartingBroker.start(new FakeBroker(() -> {
			throw new NoSuchMethodError("close");
		}), () -> {
			throw new IllegalStateException("no disk");
		}, StartingBrokerTests::failed, NOTHING);
		assertThatExceptionOfType(BrokerStartException.class).isThrownBy(broker::awaitStarted)
			.withMessage("failed: java.lang.IllegalStateException: no disk");
	}

	@Test
	void whenClosingFailsTooTheReasonOfTheStartIsTold() {
		RunningBroker broker = StartingBroker.start(new FakeBroker(() -> {
			throw new IllegalArgumentException("cannot be closed");
		}), () -> {
			throw new IllegalStateException("no disk");
		}, StartingBrokerTests::failed, NOTHING);
		assertThatExceptionOfType(BrokerStartException.class).isThrownBy(broker::awaitStarted)
			.withMessage("failed: java.lang.IllegalStateException: no disk");
	}

	@Test
	void closingEndsAStartThatComesToNoEnd() {
		RunningBroker broker = StartingBroker.start(new FakeBroker(() -> this.events.add("closed")), this.gate::await,
				StartingBrokerTests::failed, NOTHING, Duration.ofMillis(20));
		broker.close();
		assertThat(this.events).isNotEmpty().containsOnly("closed");
		assertThat(broker.hasFailed()).isTrue();
		assertThatExceptionOfType(BrokerStartException.class).isThrownBy(broker::awaitStarted)
			.withCauseInstanceOf(InterruptedException.class);
	}

	@Test
	void closingLetsAStartComeToItsEnd() {
		RunningBroker broker = start(() -> {
			this.gate.await();
			this.events.add("started");
		});
		CompletableFuture<Void> closed = CompletableFuture.runAsync(broker::close);
		this.gate.countDown();
		assertThat(closed).succeedsWithin(Duration.ofMinutes(1));
		assertThat(this.events).containsExactly("started", "afterwards", "closed");
	}

	@Test
	void closingABrokerThatStartedClosesIt() {
		RunningBroker broker = start(() -> this.events.add("started"));
		broker.awaitStarted();
		broker.close();
		assertThat(this.events).containsExactly("started", "afterwards", "closed");
	}

	@Test
	void closingEndsWhatIsDoneAfterwards() {
		RunningBroker broker = StartingBroker.start(new FakeBroker(() -> this.events.add("closed")),
				() -> this.events.add("started"), StartingBrokerTests::failed, () -> {
					try {
						this.gate.await();
					}
					catch (InterruptedException ex) {
						this.events.add("interrupted");
					}
				});
		broker.awaitStarted();
		broker.close();
		assertThat(this.events).containsExactly("started", "interrupted", "closed");
	}

	@Test
	void whenTheThreadThatWaitsIsInterruptedItStaysInterrupted() {
		RunningBroker broker = start(this.gate::await);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(BrokerStartException.class).isThrownBy(broker::awaitStarted)
			.withCauseInstanceOf(InterruptedException.class);
		assertThat(Thread.interrupted()).isTrue();
		this.gate.countDown();
		assertThatNoException().isThrownBy(broker::awaitStarted);
	}

	private StartingBroker start(StartingBroker.Start start) {
		return StartingBroker.start(new FakeBroker(() -> this.events.add("closed")), start, StartingBrokerTests::failed,
				() -> this.events.add("afterwards"));
	}

	private static BrokerStartException failed(Throwable ex) {
		return new BrokerStartException("failed: " + ex, "remedy", ex);
	}

	private record FakeBroker(Runnable closing) implements RunningBroker {

		@Override
		public String bootstrapServers() {
			return "localhost:1";
		}

		@Override
		public void close() {
			this.closing.run();
		}

	}

}
