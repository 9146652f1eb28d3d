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

package io.omninode.kafka.test.application;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.client.TestClients;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether there is a record between the committed offset of a group and the end
 * of a partition. There may be none, because the markers that end a transaction take an
 * offset, too, and so do records that were rolled back or deleted.
 * <p>
 * Not safe for use by several threads.
 */
class LagReader implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(50);

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private final TestClients clients;

	private final Map<Lag, Boolean> known = new HashMap<>();

	private @Nullable Consumer<byte[], byte[]> reader;

	LagReader(TestClients clients) {
		this.clients = clients;
	}

	/**
	 * Return whether a group lags behind a record. If this is not known yet because a
	 * transaction is open, it counts as a record.
	 */
	boolean isIn(Lag lag) {
		Boolean answer = this.known.get(lag);
		if (answer == null) {
			answer = read(lag);
			if (answer != null) {
				this.known.put(lag, answer);
			}
		}
		return answer == null || answer;
	}

	private @Nullable Boolean read(Lag lag) {
		Consumer<byte[], byte[]> reader = reader();
		reader.assign(List.of(lag.partition()));
		reader.seek(lag.partition(), lag.next());
		long deadline = System.nanoTime() + TIMEOUT.toNanos();
		while (System.nanoTime() - deadline < 0) {
			if (!reader.poll(POLL).isEmpty()) {
				return true;
			}
			if (reader.position(lag.partition()) >= lag.end()) {
				return false;
			}
		}
		return null;
	}

	private Consumer<byte[], byte[]> reader() {
		if (this.reader == null) {
			this.reader = this.clients.recorder();
		}
		return this.reader;
	}

	@Override
	public void close() {
		if (this.reader != null) {
			this.reader.close(CloseOptions.timeout(TIMEOUT));
		}
	}

}
