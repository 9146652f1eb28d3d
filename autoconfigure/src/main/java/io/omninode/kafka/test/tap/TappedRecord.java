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

import java.util.Arrays;

import io.omninode.kafka.test.client.TestStart;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A record as the tap saw it.
 *
 * @param record the record
 * @param arrivedNanos when it arrived, on the clock of {@link System#nanoTime()}
 * @param live whether it was published after the tap had begun to watch its topic
 * @param correlationId its correlation id, which may be empty, or {@code null} if it has
 * none
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record TappedRecord(ConsumerRecord<byte[], byte[]> record, long arrivedNanos, boolean live,
		@Nullable String correlationId) {

	/**
	 * Return whether the record was published after a test began. A record that the tap
	 * had by then was not, whatever became of its topic.
	 * @param beginning where the test began
	 * @return whether it belongs to the test
	 */
	public boolean isSince(TestStart beginning) {
		return !beginning.isAfter(this.arrivedNanos) && beginning.isBefore(this.record);
	}

	boolean isSameRecord(TappedRecord other) {
		return this.record.topic().equals(other.record.topic()) && this.record.partition() == other.record.partition()
				&& this.record.offset() == other.record.offset() && this.record.timestamp() == other.record.timestamp()
				&& Arrays.equals(this.record.key(), other.record.key())
				&& Arrays.equals(this.record.value(), other.record.value());
	}

}
