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

package io.omninode.kafka.test.connectivity;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/**
 * {@link KafkaConnectivity} that uses an {@link ApiVersionsProbe}.
 */
class DefaultKafkaConnectivity implements KafkaConnectivity {

	private static final Logger logger = LoggerFactory.getLogger(DefaultKafkaConnectivity.class);

	private final List<String> servers;

	private final ApiVersionsProbe probe;

	private final KafkaConnectivity.Settings settings;

	DefaultKafkaConnectivity(List<String> servers, boolean tls, KafkaConnectivity.Settings settings) {
		this.servers = List.copyOf(servers);
		this.probe = new ApiVersionsProbe(tls, settings.timeout());
		this.settings = settings;
	}

	@Override
	public Reachability probe() {
		Reachability last = this.probe.ask(this.servers.get(0));
		for (String server : this.servers.subList(1, this.servers.size())) {
			if (last.isAvailable()) {
				return last;
			}
			last = this.probe.ask(server);
		}
		return last;
	}

	@Override
	public boolean verify() {
		return probe().isAvailable();
	}

	@Override
	public boolean await() {
		return await(this.settings.maxRetries(), this.settings.initialDelay());
	}

	@Override
	public boolean await(int maxRetries, Duration initialDelay) {
		if (maxRetries < 0 || initialDelay.isNegative()) {
			throw new IllegalArgumentException(
					"Retries and delay must not be negative, as in <" + maxRetries + "> and <" + initialDelay + ">");
		}
		RetryPolicy policy = RetryPolicy.builder()
			.maxRetries(maxRetries)
			.delay(initialDelay)
			.multiplier(this.settings.multiplier())
			.build();
		try {
			new RetryTemplate(policy).execute(new Attempts(maxRetries + 1)::next);
			return true;
		}
		catch (RetryException ex) {
			logger.debug("No attempt succeeded", ex);
			return false;
		}
	}

	private final class Attempts {

		private final int total;

		private int done;

		Attempts(int total) {
			this.total = total;
		}

		Reachability next() throws UnreachableException {
			Reachability reachability = probe();
			this.done++;
			if (!reachability.isAvailable()) {
				logger.info("{}, attempt {} of {}", reachability, this.done, this.total);
				throw new UnreachableException(reachability.toString());
			}
			return reachability;
		}

	}

	@SuppressWarnings("serial")
	private static final class UnreachableException extends Exception {

		UnreachableException(String message) {
			super(message, null, false, false);
		}

	}

}
