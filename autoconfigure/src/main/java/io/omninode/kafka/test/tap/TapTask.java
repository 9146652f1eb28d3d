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

import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.apache.kafka.common.errors.WakeupException;

/**
 * Work for the thread of the tap. The wake-up that announces one task may hit another
 * while that waits for the broker: it is then done again from its beginning.
 *
 * @param work what to do
 * @param result completed with what it returns or throws
 * @param <T> the type of the result
 */
record TapTask<T>(Function<TapConsumer, T> work, CompletableFuture<T> result) {

	/**
	 * Do it, unless the thread is stopped before it is done.
	 */
	void run(TapConsumer reading, BooleanSupplier stopped) {
		while (!this.result.isDone() && !stopped.getAsBoolean()) {
			try {
				this.result.complete(this.work.apply(reading));
			}
			catch (WakeupException ex) {
				continue;
			}
			catch (RuntimeException | Error ex) {
				this.result.completeExceptionally(ex);
			}
		}
	}

}
