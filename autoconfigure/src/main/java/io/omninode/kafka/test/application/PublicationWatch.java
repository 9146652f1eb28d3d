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

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Notifies {@link Publications} of records that a producer could not publish. It is
 * public because Kafka creates it. It does not change records.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class PublicationWatch implements ProducerInterceptor<Object, Object> {

	private static final int MAX_SENDING = 10_000;

	private final Map<Identity, Sending> sending = new ConcurrentHashMap<>();

	private final AtomicLong numbers = new AtomicLong();

	private volatile Publications publications = Publications.unwatched();

	private volatile String clientId = "";

	@Override
	public void configure(Map<String, ?> configuration) {
		if (configuration.get(Publications.CONFIG) instanceof Publications ofContext) {
			this.publications = ofContext;
		}
		this.clientId = Objects.toString(configuration.get(ProducerConfig.CLIENT_ID_CONFIG), "");
	}

	@Override
	public ProducerRecord<Object, Object> onSend(ProducerRecord<Object, Object> record) {
		if (this.publications.isWatched() && this.sending.size() < MAX_SENDING) {
			this.sending.put(new Identity(record.headers()),
					new Sending(record, Thread.currentThread(), this.numbers.incrementAndGet()));
		}
		return record;
	}

	@Override
	public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
		onAcknowledgement(metadata, exception, null);
	}

	@Override
	public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception,
			@Nullable Headers headers) {
		Sending sent = (headers != null) ? this.sending.remove(new Identity(headers)) : null;
		if (exception != null) {
			Sending failed = (sent != null) ? sent : refused();
			if (failed != null) {
				this.publications.note(failed.record(), this.clientId, exception);
			}
			else if (metadata != null) {
				this.publications.note(new ProducerRecord<>(metadata.topic(), null, null), this.clientId, exception);
			}
		}
	}

	/**
	 * Return the record that the producer has just refused. Kafka reports it during the
	 * call that sends it, with a copy of its headers, so it is the last one sent by this
	 * thread.
	 */
	private @Nullable Sending refused() {
		Sending last = this.sending.values()
			.stream()
			.filter((each) -> each.thread() == Thread.currentThread())
			.max(Comparator.comparingLong(Sending::number))
			.orElse(null);
		if (last != null) {
			this.sending.remove(new Identity(last.record().headers()));
		}
		return last;
	}

	@Override
	public void close() {
		this.sending.clear();
	}

	/**
	 * A record that has not been acknowledged yet.
	 *
	 * @param record the record
	 * @param thread the thread that sends it
	 * @param number the number of records before it
	 */
	private record Sending(ProducerRecord<?, ?> record, Thread thread, long number) {

	}

	/**
	 * The identity of headers, because other headers may be equal to them.
	 *
	 * @param headers the headers
	 */
	private record Identity(Headers headers) {

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof Identity identity && identity.headers == this.headers;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this.headers);
		}

	}

}
