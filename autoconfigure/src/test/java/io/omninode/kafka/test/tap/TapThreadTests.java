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

package io.omninode.kafka.test.tap;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link TapThread}.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(300)
class TapThreadTests {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

	private final CorrelationStrategy correlation = mock(CorrelationStrategy.class);

	private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

	@Test
	void aThreadWithoutPartitionsEndsEveryTime() {
		for (int time = 0; time < 2_000; time++) {
			TapThread thread = start(reading(Map.of(), new MockConsumer<>("earliest")));
			thread.submit(TapConsumer::hasPartitions).join();
			thread.close(MINUTE);
			assertThat(thread.isAlive()).isFalse();
		}
	}

	@Test
	void aStrategyThatDoesNotReturnHoldsUpNoEnd(CapturedOutput output) throws Exception {
		CountDownLatch reading = new CountDownLatch(1);
		CountDownLatch mayReturn = new CountDownLatch(1);
		given(this.correlation.read(any())).will((invocation) -> {
			reading.countDown();
			mayReturn.await();
			return "id";
		});
		TapConsumer target = reading(Map.of(PARTITION, 0L), this.consumer);
		this.consumer.addRecord(new ConsumerRecord<>("topic", 0, 0, new byte[0], new byte[0]));
		TapThread thread = start(target);
		reading.await();
		thread.close(Duration.ofMillis(50));
		assertThat(output).contains("'kafka-test-tap' did not end within 50 ms").contains("(TapThreadTests.java:");
		assertThat(target.reached()).containsExactly(Map.entry(PARTITION, 1L));
		mayReturn.countDown();
		thread.join();
		assertThat(this.consumer.closed()).isTrue();
	}

	@Test
	void anErrorThatEndsTheThreadIsTold() throws Exception {
		TapThread thread = start(reading(Map.of(PARTITION, 0L), new FailingConsumer()));
		thread.join();
		assertThat(thread.isReading()).isFalse();
		assertThat(thread.submit(TapConsumer::hasPartitions)).isCompletedExceptionally();
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> thread.submit(TapConsumer::hasPartitions).join())
			.withCauseInstanceOf(TapException.class)
			.havingCause()
			.withMessage("The tap stopped reading: java.lang.NoClassDefFoundError: com/example/Missing")
			.withCauseInstanceOf(NoClassDefFoundError.class);
	}

	@Test
	void anErrorOfATaskIsToldAndTheThreadGoesOn() {
		TapThread thread = start(reading(Map.of(), this.consumer));
		assertThatExceptionOfType(CompletionException.class).isThrownBy(() -> thread.submit((reading) -> {
			throw new StackOverflowError("too deep");
		}).orTimeout(1, TimeUnit.MINUTES).join()).withCauseInstanceOf(StackOverflowError.class);
		assertThat(thread.submit(TapConsumer::hasPartitions).join()).isFalse();
		thread.close(MINUTE);
	}

	private TapConsumer reading(Map<TopicPartition, Long> positions, MockConsumer<byte[], byte[]> consumer) {
		return new TapConsumer(() -> consumer, new RecordIds(this.correlation), positions, Map.of());
	}

	private static TapThread start(TapConsumer reading) {
		TapThread thread = new TapThread(reading, Set.of(), (records) -> {
		});
		thread.start();
		return thread;
	}

	/**
	 * Fails as one whose class path lacks something.
	 */
	private static final class FailingConsumer extends MockConsumer<byte[], byte[]> {

		FailingConsumer() {
			super("earliest");
		}

		@Override
		public synchronized ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
			throw new NoClassDefFoundError("com/example/Missing");
		}

	}

}
