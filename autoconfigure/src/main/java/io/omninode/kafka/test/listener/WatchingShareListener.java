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

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.AcknowledgingShareConsumerAwareMessageListener;
import org.springframework.kafka.listener.DelegatingMessageListener;
import org.springframework.kafka.support.ShareAcknowledgment;

/**
 * Notes what a share listener makes of each record. Share containers have no
 * interceptors, and of an acknowledgment only its listener and the broker know.
 *
 * @param listener the listener
 * @param own what the container would call without this
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
record WatchingShareListener<K, V>(WatchedListener listener, AcknowledgingShareConsumerAwareMessageListener<K, V> own)
		implements
			AcknowledgingShareConsumerAwareMessageListener<K, V>,
			DelegatingMessageListener<AcknowledgingShareConsumerAwareMessageListener<K, V>> {

	@Override
	public AcknowledgingShareConsumerAwareMessageListener<K, V> getDelegate() {
		return this.own;
	}

	@Override
	public void onShareRecord(ConsumerRecord<K, V> data, @Nullable ShareAcknowledgment acknowledgment,
			ShareConsumer<?, ?> consumer) {
		this.listener.called(data);
		try {
			this.own.onShareRecord(data,
					(acknowledgment != null) ? new Acknowledging(this.listener, data, acknowledgment) : null, consumer);
		}
		catch (RuntimeException | Error ex) {
			OwnCalls.removeFrom(ex);
			this.listener.failed(data, ex);
			throw ex;
		}
		if (acknowledgment == null) {
			this.listener.consumed(data);
		}
	}

	/**
	 * Notes how a record is acknowledged.
	 *
	 * @param listener the listener
	 * @param data the record
	 * @param own acknowledges
	 */
	private record Acknowledging(WatchedListener listener, ConsumerRecord<?, ?> data,
			ShareAcknowledgment own) implements ShareAcknowledgment {

		@Override
		public void acknowledge() {
			this.own.acknowledge();
			this.listener.consumed(this.data);
		}

		@Override
		public void release() {
			this.own.release();
		}

		@Override
		public void reject() {
			this.own.reject();
			this.listener.rejected(this.data);
		}

		@Override
		public void renew() {
			this.own.renew();
		}

	}

}
