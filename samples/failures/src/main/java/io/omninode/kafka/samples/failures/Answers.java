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

package io.omninode.kafka.samples.failures;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

/**
 * Tells when a service is done with an order, whatever it made of it.
 */
@Component
class Answers {

	private static final Pattern ID = Pattern.compile("\"correlation_id\":\"([^\"]+)\"");

	private final Map<String, CountDownLatch> done = new ConcurrentHashMap<>();

	/**
	 * Return the correlation id of an order.
	 */
	static String idOf(String order) {
		Matcher matcher = ID.matcher(order);
		if (!matcher.find()) {
			throw new IllegalArgumentException("no id in " + order);
		}
		return matcher.group(1);
	}

	void isDone(String order) {
		latch(idOf(order)).countDown();
	}

	/**
	 * Wait until a service is done with an order.
	 */
	void await(String id) {
		try {
			if (!latch(id).await(20, TimeUnit.SECONDS)) {
				throw new IllegalStateException("No service is done with " + id);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private CountDownLatch latch(String id) {
		return this.done.computeIfAbsent(id, (key) -> new CountDownLatch(1));
	}

}
