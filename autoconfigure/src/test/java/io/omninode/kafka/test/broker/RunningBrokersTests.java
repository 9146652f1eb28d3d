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

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link RunningBrokers}.
 */
class RunningBrokersTests {

	private static final BrokerSpecification ONE = new BrokerSpecification(1, Map.of());

	private static final BrokerSpecification OTHER = new BrokerSpecification(1, Map.of("num.io.threads", "2"));

	private final RunningBrokers brokers = new RunningBrokers();

	private final FakeEngine engine = new FakeEngine();

	private final List<Runnable> exits = new CopyOnWriteArrayList<>();

	@Test
	void contextsWithEqualSpecificationsShareABroker() {
		RunningBroker broker = borrow(new BrokerSpecification(1, Map.of("a", "b")));
		assertThat(borrow(new BrokerSpecification(1, Map.of("a", "b")))).isSameAs(broker);
		assertThat(this.engine.started).hasSize(1);
	}

	@Test
	void eachSpecificationHasABrokerOfItsOwn() {
		assertThat(borrow(ONE)).isNotSameAs(borrow(OTHER));
		assertThat(this.engine.started).extracting(FakeBroker::specification).containsExactly(ONE, OTHER);
	}

	@Test
	void manyThreadsGetOneBroker() throws Exception {
		int threads = 32;
		CyclicBarrier start = new CyclicBarrier(threads);
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<Future<RunningBroker>> borrowed = executor.invokeAll(Collections.nCopies(threads, () -> {
				start.await(1, TimeUnit.MINUTES);
				return borrow(ONE);
			}));
			List<RunningBroker> distinct = new ArrayList<>();
			for (Future<RunningBroker> each : borrowed) {
				distinct.add(each.get(1, TimeUnit.MINUTES));
			}
			assertThat(distinct).hasSize(threads).containsOnly(this.engine.started.get(0));
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(this.engine.started).hasSize(1);
		assertThat(this.exits).hasSize(1);
	}

	@Test
	void aStartThatFailedIsTriedAgain() {
		BrokerStartException failure = new BrokerStartException("no", "do", new IllegalStateException());
		assertThatExceptionOfType(BrokerStartException.class)
			.isThrownBy(() -> this.brokers.borrow(ONE, (specification) -> {
				throw failure;
			}, this.exits::add))
			.isSameAs(failure);
		assertThat(this.exits).isEmpty();
		assertThat(borrow(ONE)).isSameAs(this.engine.started.get(0));
		assertThat(this.exits).hasSize(1);
	}

	@Test
	void aBrokerThatFailedWhileItStartedIsReplaced() {
		FakeBroker failed = (FakeBroker) borrow(ONE);
		failed.failed = true;
		assertThat(borrow(ONE)).isNotSameAs(failed).isSameAs(borrow(ONE));
		assertThat(this.engine.started).hasSize(2);
	}

	@Test
	void aBrokerOfAContextIsSharedWithNobodyAndEndsWithIt() {
		FakeBroker own = (FakeBroker) this.brokers.startOwn(ONE, this.engine, this.exits::add);
		FakeBroker shared = (FakeBroker) borrow(ONE);
		assertThat(shared).isNotSameAs(own);
		this.brokers.close(own);
		this.brokers.close(shared);
		assertThat(own.closed()).isOne();
		assertThat(shared.closed()).isZero();
		assertThat(borrow(ONE)).isSameAs(shared);
	}

	@Test
	void aBrokerOfAContextThatWasNotClosedEndsWithTheJvm() {
		FakeBroker own = (FakeBroker) this.brokers.startOwn(ONE, this.engine, this.exits::add);
		this.exits.forEach(Runnable::run);
		assertThat(own.closed()).isOne();
	}

	@Test
	void eachEngineHasABrokerOfItsOwn() {
		RunningBroker other = this.brokers.borrow(ONE, new FakeEngine(), this.exits::add);
		assertThat(borrow(ONE)).isNotSameAs(other);
		assertThat(BrokerEngine.kraft()).isEqualTo(BrokerEngine.kraft());
	}

	@Test
	void theEndOfTheJvmIsAskedForOnce() {
		borrow(ONE);
		borrow(OTHER);
		borrow(ONE);
		assertThat(this.exits).hasSize(1);
	}

	@Test
	void atTheEndOfTheJvmAllBrokersAreClosed() {
		borrow(ONE);
		borrow(OTHER);
		assertThat(this.engine.started).extracting(FakeBroker::closed).containsExactly(0, 0);
		this.exits.get(0).run();
		assertThat(this.engine.started).extracting(FakeBroker::closed).containsExactly(1, 1);
	}

	@Test
	void closingTwiceHasNoEffect() {
		borrow(ONE);
		this.brokers.closeAll();
		this.brokers.closeAll();
		assertThat(this.engine.started).extracting(FakeBroker::closed).containsExactly(1);
	}

	@Test
	void whenOneCannotBeClosedTheOthersAreAllTheSame() {
		this.brokers.borrow(OTHER, (specification) -> new FakeBroker(specification) {

			@Override
			public void close() {
				throw new IllegalStateException("no");
			}

		}, this.exits::add);
		borrow(ONE);
		assertThatIllegalStateException().isThrownBy(this.brokers::closeAll).withMessage("no");
		assertThat(this.engine.started).extracting(FakeBroker::closed).containsExactly(1);
	}

	@Test
	void afterTheEndABrokerIsStartedAnewAndClosedAtTheNextEnd() {
		RunningBroker first = borrow(ONE);
		this.brokers.closeAll();
		assertThat(borrow(ONE)).isNotSameAs(first);
		assertThat(this.exits).hasSize(2);
		this.exits.get(1).run();
		assertThat(this.engine.started).extracting(FakeBroker::closed).containsExactly(1, 1);
	}

	@Test
	void thereIsOneRegistryInAJvm() {
		assertThat(RunningBrokers.ofThisJvm()).isSameAs(RunningBrokers.ofThisJvm()).isNotSameAs(this.brokers);
	}

	@Test
	void aSpecificationDoesNotChangeWithTheMapItWasMadeOf() {
		Map<String, String> properties = new HashMap<>(Map.of("a", "b"));
		BrokerSpecification specification = new BrokerSpecification(1, properties);
		properties.put("a", "c");
		assertThat(specification).isEqualTo(new BrokerSpecification(1, Map.of("a", "b")));
	}

	private RunningBroker borrow(BrokerSpecification specification) {
		return this.brokers.borrow(specification, this.engine, this.exits::add);
	}

	private static final class FakeEngine implements BrokerEngine {

		private final List<FakeBroker> started = new CopyOnWriteArrayList<>();

		@Override
		public RunningBroker start(BrokerSpecification specification) {
			FakeBroker broker = new FakeBroker(specification);
			this.started.add(broker);
			return broker;
		}

	}

	private static class FakeBroker implements RunningBroker {

		private final BrokerSpecification specification;

		private int closed;

		private boolean failed;

		FakeBroker(BrokerSpecification specification) {
			this.specification = specification;
		}

		BrokerSpecification specification() {
			return this.specification;
		}

		int closed() {
			return this.closed;
		}

		@Override
		public String bootstrapServers() {
			return "localhost:1";
		}

		@Override
		public boolean hasFailed() {
			return this.failed;
		}

		@Override
		public void close() {
			this.closed++;
		}

	}

}
