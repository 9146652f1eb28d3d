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

package io.omninode.kafka.test.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A written request that serves as a template for others with the same value. Only the
 * number in the id is replaced, without parsing the JSON.
 *
 * @param event the request before the id was written
 * @param written the request with an id
 * @param place where the id is
 */
record RequestTemplate(ProducerRecord<byte[], byte[]> event, ProducerRecord<byte[], byte[]> written, Place place,
		RequestIds ids) {

	/**
	 * Return a template, or {@code null} if the id is not found exactly once.
	 */
	static @Nullable RequestTemplate of(ProducerRecord<byte[], byte[]> event, ProducerRecord<byte[], byte[]> written,
			RequestIds ids, int number) {
		Place place = Place.find(written, ids.text(number).getBytes(StandardCharsets.US_ASCII));
		boolean sameKey = Arrays.equals(event.key(), written.key());
		return (place != null && sameKey) ? new RequestTemplate(event, written, place, ids) : null;
	}

	boolean fits(ProducerRecord<byte[], byte[]> other) {
		return (this.event.key() != null) == (other.key() != null) && Arrays.equals(this.event.value(), other.value())
				&& this.event.headers().equals(other.headers());
	}

	ProducerRecord<byte[], byte[]> record(int number, byte @Nullable [] key) {
		if (this.place.header() == null) {
			return copy(key, numbered(this.written.value(), number), new RecordHeaders(this.written.headers()));
		}
		RecordHeaders headers = new RecordHeaders();
		for (Header header : this.written.headers()) {
			boolean holdsId = header.key().equals(this.place.header());
			headers.add(header.key(), holdsId ? numbered(header.value(), number) : header.value());
		}
		return copy(key, this.written.value(), headers);
	}

	private byte[] numbered(byte[] text, int number) {
		byte[] copy = text.clone();
		this.ids.write(number, copy, this.place.position());
		return copy;
	}

	private ProducerRecord<byte[], byte[]> copy(byte @Nullable [] key, byte @Nullable [] value, RecordHeaders headers) {
		return new ProducerRecord<>(this.written.topic(), this.written.partition(), this.written.timestamp(), key,
				value, headers);
	}

	/**
	 * The place of an id.
	 *
	 * @param header the name of the header, {@code null} for the value
	 * @param position of its first byte
	 */
	record Place(@Nullable String header, int position) {

		static @Nullable Place find(ProducerRecord<byte[], byte[]> record, byte[] id) {
			Place found = null;
			int count = 0;
			for (Header header : record.headers()) {
				int position = position(header.value(), id, 0);
				found = (position >= 0) ? new Place(header.key(), position) : found;
				count += (position >= 0) ? 1 : 0;
			}
			for (int at = position(record.value(), id, 0); at >= 0; at = position(record.value(), id, at + 1)) {
				found = new Place(null, at);
				count++;
			}
			return (count == 1) ? found : null;
		}

		private static int position(byte @Nullable [] text, byte[] id, int from) {
			for (int i = from; text != null && i <= text.length - id.length; i++) {
				if (Arrays.equals(text, i, i + id.length, id, 0, id.length)) {
					return i;
				}
			}
			return -1;
		}

	}

}
