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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.ConcurrentModificationException;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a consumer after its test.
 *
 * @param consumer the consumer
 */
record ConsumerClosing(Consumer<?, ?> consumer) implements Runnable {

	private static final Logger logger = LoggerFactory.getLogger(ConsumerClosing.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	@Override
	public void run() {
		try {
			this.consumer.close(CloseOptions.timeout(TIMEOUT));
		}
		catch (ConcurrentModificationException ex) {
			this.consumer.wakeup();
			logger.warn("A consumer is still in use by another thread after its test; it was woken up, not closed");
		}
	}

}
