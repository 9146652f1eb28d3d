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

import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the answer of a Kafka client to a question. A thread that is interrupted
 * while it waits stays interrupted.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Answer {

	private Answer() {
	}

	/**
	 * Wait for an answer.
	 * @param question asks, and waits for the answer
	 * @param failure creates the exception to throw from the reason
	 * @param <T> the type of the answer
	 * @return the answer
	 */
	public static <T> T to(Question<T> question, Function<Throwable, ? extends RuntimeException> failure) {
		try {
			return question.ask();
		}
		catch (ExecutionException | InterruptedException ex) {
			throw failure.apply(reason(ex));
		}
	}

	/**
	 * Wait for an answer that may not exist.
	 * @param question asks, and waits for the answer
	 * @param none tests for reasons which mean that there is no answer
	 * @param failure creates the exception to throw from any other reason
	 * @param <T> the type of the answer
	 * @return the answer, or {@code null} if there is none
	 */
	public static <T> @Nullable T orNone(Question<T> question, Predicate<Throwable> none,
			Function<Throwable, ? extends RuntimeException> failure) {
		try {
			return question.ask();
		}
		catch (ExecutionException | InterruptedException ex) {
			Throwable reason = reason(ex);
			if (none.test(reason)) {
				return null;
			}
			throw failure.apply(reason);
		}
	}

	private static Throwable reason(Exception ex) {
		if (ex instanceof InterruptedException interrupted) {
			return Interruption.during("waiting for the cluster", interrupted);
		}
		return (ex.getCause() != null) ? ex.getCause() : ex;
	}

	/**
	 * A question to the cluster.
	 *
	 * @param <T> the type of the answer
	 */
	@FunctionalInterface
	public interface Question<T> {

		/**
		 * Ask, and wait for the answer.
		 * @return the answer
		 * @throws ExecutionException if the cluster does not answer, or refuses to
		 * @throws InterruptedException if the thread is interrupted while it waits
		 */
		T ask() throws ExecutionException, InterruptedException;

	}

}
