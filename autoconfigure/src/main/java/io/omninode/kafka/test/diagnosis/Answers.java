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

package io.omninode.kafka.test.diagnosis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.waiting.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Answers to questions that are asked at the same time, until a deadline. What has no
 * answer then is not known, and is not waited for.
 * <p>
 * For one thread.
 */
final class Answers implements AutoCloseable {

	private final ExecutorService executor = Executors.newCachedThreadPool(Answers::newThread);

	private final Deadline deadline;

	private final List<String> unknown = new ArrayList<>();

	Answers(Duration time) {
		this.deadline = Deadline.in(time);
	}

	private static Thread newThread(Runnable task) {
		Thread thread = new Thread(task, "kafka-test-diagnosis");
		thread.setDaemon(true);
		return thread;
	}

	<T> Future<T> ask(Supplier<T> question) {
		return this.executor.submit(question::get);
	}

	/**
	 * Return an answer, or something else where there is none in time.
	 * @param what what is not known then
	 */
	<T> T get(Future<T> answer, String what, T otherwise) {
		T found = get(answer, what);
		return (found != null) ? found : otherwise;
	}

	/**
	 * Return an answer, or {@code null} where there is none in time.
	 * @param what what is not known then
	 */
	<T> @Nullable T get(Future<T> answer, String what) {
		try {
			return answer.get(this.deadline.left().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException | CancellationException ex) {
			this.unknown.add(what + " is not known: no answer in time");
		}
		catch (ExecutionException ex) {
			this.unknown.add(what + " is not known: " + text(ex.getCause()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			this.unknown.add(what + " is not known: interrupted");
		}
		return null;
	}

	private static String text(@Nullable Throwable reason) {
		String message = (reason instanceof IllegalStateException) ? reason.getMessage() : null;
		return Excerpt.of((message != null) ? message : String.valueOf(reason));
	}

	/**
	 * Return what is not known, one line each.
	 */
	List<String> unknown() {
		return this.unknown;
	}

	@Override
	public void close() {
		this.executor.shutdownNow();
	}

}
