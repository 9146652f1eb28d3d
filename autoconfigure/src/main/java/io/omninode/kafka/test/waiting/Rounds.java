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

package io.omninode.kafka.test.waiting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Work that several threads want at the same time, done once for all of them. A thread
 * takes part in the next round: one that has begun before it asked may have missed what
 * it wants to see. When the thread that does the work is interrupted, another one begins
 * anew.
 * <p>
 * Safe for use by several threads.
 *
 * @param <K> the type of what tells one work from another
 * @param <P> the type of those that take part
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Rounds<K, P> {

	private final Map<K, Round<P>> next = new HashMap<>();

	private final Map<K, Round<P>> current = new HashMap<>();

	/**
	 * Take part in the next round, and return when it has ended. The first that takes
	 * part does the work for all.
	 * @param key which work
	 * @param part takes part
	 * @param work the work, for all that take part
	 */
	public void join(K key, P part, Consumer<List<P>> work) {
		while (true) {
			Round<P> round = new Round<>(part);
			Round<P> joined = joinOrBegin(key, part, round);
			if (joined == round) {
				lead(key, round, work);
				return;
			}
			if (joined.isDone()) {
				return;
			}
		}
	}

	private synchronized Round<P> joinOrBegin(K key, P part, Round<P> mine) {
		Round<P> known = this.next.putIfAbsent(key, mine);
		if (known == null) {
			return mine;
		}
		known.parts.add(part);
		return known;
	}

	private void lead(K key, Round<P> round, Consumer<List<P>> work) {
		try {
			Round<P> before = current(key);
			if (before != null) {
				before.await();
			}
			work.accept(begin(key, round));
			round.isDone = true;
		}
		catch (RuntimeException | Error ex) {
			round.failure = Thread.currentThread().isInterrupted() ? null : ex;
			throw ex;
		}
		finally {
			end(key, round);
			round.end.countDown();
		}
	}

	private synchronized @Nullable Round<P> current(K key) {
		return this.current.get(key);
	}

	private synchronized List<P> begin(K key, Round<P> round) {
		this.next.remove(key);
		this.current.put(key, round);
		return List.copyOf(round.parts);
	}

	private synchronized void end(K key, Round<P> round) {
		this.next.remove(key, round);
		this.current.remove(key, round);
	}

	/**
	 * A round.
	 *
	 * @param <P> the type of those that take part
	 */
	private static final class Round<P> {

		private final List<P> parts = new ArrayList<>();

		private final CountDownLatch end = new CountDownLatch(1);

		private volatile boolean isDone;

		private volatile @Nullable Throwable failure;

		Round(P first) {
			this.parts.add(first);
		}

		/**
		 * Wait for the end, and return whether the work was done: the thread that leads
		 * may have been interrupted, which is nobody else's failure.
		 */
		boolean isDone() {
			await();
			if (this.failure instanceof RuntimeException ex) {
				throw ex;
			}
			if (this.failure instanceof Error ex) {
				throw ex;
			}
			return this.isDone;
		}

		void await() {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				throw Interruption.during("waiting for others that want the same", ex);
			}
		}

	}

}
