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

package io.omninode.kafka.test.listener;

import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.RetryListener;
import org.springframework.kafka.support.KafkaUtils;

/**
 * Notes what an error handler makes of records whose listener failed. It is called on the
 * thread of the consumer, which knows its group.
 *
 * @param memory remembers
 * @param backOff how the error handler goes on, {@code null} if that is not known
 */
record WatchingRetryListener(OutcomeMemory memory, @Nullable HandlerBackOff backOff) implements RetryListener {

	@Override
	public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception ex, int deliveryAttempt) {
		String group = KafkaUtils.getConsumerGroupId();
		if (group != null && ex != null) {
			Attempts.Retry next = (this.backOff != null) ? this.backOff.after(record, deliveryAttempt) : null;
			this.memory.note(group, Origins.Place.of(record), "", (known) -> known.failed(ex, deliveryAttempt, next));
		}
	}

	@Override
	public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception ex) {
		this.memory.background().lastCall().end();
		String group = KafkaUtils.getConsumerGroupId();
		if (group != null && ex != null) {
			this.memory.note(group, Origins.Place.of(record), "",
					(known) -> known.failed(ex, 1, known.attempts().retry()).as(State.GIVEN_UP));
		}
	}

	@Override
	public void recovered(ConsumerRecords<?, ?> records, Exception ex) {
		records.forEach((record) -> recovered(record, ex));
	}

}
