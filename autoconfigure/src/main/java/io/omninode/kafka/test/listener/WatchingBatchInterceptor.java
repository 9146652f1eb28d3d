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

import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Notes what a listener makes of each batch, around the interceptor of the application,
 * which gets everything as without this.
 *
 * @param listener the listener
 * @param own the interceptor of the application, if it has one
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
record WatchingBatchInterceptor<K, V>(WatchedListener listener,
		@Nullable BatchInterceptor<K, V> own) implements BatchInterceptor<K, V> {

	/**
	 * What the application's own interceptor leaves out counts as consumed.
	 */
	@Override
	public @Nullable ConsumerRecords<K, V> intercept(ConsumerRecords<K, V> records, Consumer<K, V> consumer) {
		this.listener.called(records);
		ConsumerRecords<K, V> kept = (this.own != null) ? intercept(this.own, records, consumer) : records;
		if (kept != records) {
			records.forEach(this.listener::skipped);
			if (kept != null) {
				this.listener.called(kept);
			}
		}
		return kept;
	}

	private @Nullable ConsumerRecords<K, V> intercept(BatchInterceptor<K, V> own, ConsumerRecords<K, V> records,
			Consumer<K, V> consumer) {
		try {
			return own.intercept(records, consumer);
		}
		catch (RuntimeException | Error ex) {
			OwnCalls.removeFrom(ex);
			throw ex;
		}
	}

	@Override
	public void success(ConsumerRecords<K, V> records, Consumer<K, V> consumer) {
		List<ConsumerRecord<K, V>> all = new ArrayList<>();
		records.forEach(all::add);
		this.listener.returned(all);
		if (this.own != null) {
			this.own.success(records, consumer);
		}
	}

	@Override
	public void failure(ConsumerRecords<K, V> records, Exception exception, Consumer<K, V> consumer) {
		noteFailure(records, exception);
		if (this.own != null) {
			this.own.failure(records, exception, consumer);
		}
	}

	/**
	 * What comes before the record that a listener names as the failed one is consumed.
	 */
	private void noteFailure(ConsumerRecords<K, V> records, Exception exception) {
		List<ConsumerRecord<K, V>> all = new ArrayList<>();
		records.forEach(all::add);
		int failed = failed(all, exception);
		for (int i = 0; i < all.size(); i++) {
			if (i < failed) {
				this.listener.consumed(all.get(i));
			}
			else {
				this.listener.failedInBatch(all.get(i), exception);
			}
		}
	}

	private int failed(List<ConsumerRecord<K, V>> all, Exception exception) {
		for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
			if (cause instanceof BatchListenerFailedException named) {
				ConsumerRecord<?, ?> record = named.getRecord();
				return (record != null) ? indexOf(all, record) : Math.min(named.getIndex(), all.size());
			}
		}
		return 0;
	}

	private int indexOf(List<ConsumerRecord<K, V>> all, ConsumerRecord<?, ?> record) {
		for (int i = 0; i < all.size(); i++) {
			if (Origins.Place.of(all.get(i)).equals(Origins.Place.of(record))) {
				return i;
			}
		}
		return 0;
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
