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

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Handles the interrupt of a thread that waits.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Interruption {

	private Interruption() {
	}

	/**
	 * Return the exception that ends a wait, and keep the thread interrupted.
	 * @param doing what the thread was doing, as in "Interrupted while …"
	 * @param ex the exception of the interrupted wait
	 * @return the exception
	 */
	public static IllegalStateException during(String doing, InterruptedException ex) {
		Thread.currentThread().interrupt();
		return new IllegalStateException("Interrupted while " + doing, ex);
	}

}
