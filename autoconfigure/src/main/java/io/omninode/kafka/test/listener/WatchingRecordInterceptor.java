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

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Notes what a listener makes of each record, around the interceptor of the application,
 * which gets everything as without this.
 *
 * @param listener the listener
 * @param own the interceptor of the application, if it has one
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
record WatchingRecordInterceptor<K, V>(WatchedListener listener,
		@Nullable RecordInterceptor<K, V> own) implements RecordInterceptor<K, V> {

	@Override
	public @Nullable ConsumerRecord<K, V> intercept(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
		this.listener.called(record);
		ConsumerRecord<K, V> kept = (this.own != null) ? intercept(this.own, record, consumer) : record;
		if (kept == null) {
			this.listener.skipped(record);
		}
		return kept;
	}

	private @Nullable ConsumerRecord<K, V> intercept(RecordInterceptor<K, V> own, ConsumerRecord<K, V> record,
			Consumer<K, V> consumer) {
		try {
			return own.intercept(record, consumer);
		}
		catch (RuntimeException | Error ex) {
			OwnCalls.removeFrom(ex);
			throw ex;
		}
	}

	@Override
	public void success(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
		this.listener.returned(record);
		if (this.own != null) {
			this.own.success(record, consumer);
		}
	}

	@Override
	public void failure(ConsumerRecord<K, V> record, Exception exception, Consumer<K, V> consumer) {
		this.listener.failed(record, exception);
		if (this.own != null) {
			this.own.failure(record, exception, consumer);
		}
	}

	@Override
	public void afterRecord(ConsumerRecord<K, V> record, Consumer<K, V> consumer) {
		if (this.own != null) {
			this.own.afterRecord(record, consumer);
		}
	}

	@Override
	public void setupThreadState(Consumer<?, ?> consumer) {
		if (this.own != null) {
			this.own.setupThreadState(consumer);
		}
	}

	@Override
	public void clearThreadState(Consumer<?, ?> consumer) {
		if (this.own != null) {
			this.own.clearThreadState(consumer);
		}
	}

}
