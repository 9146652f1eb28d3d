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

package io.omninode.kafka.test.record;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as failure texts show it.
 *
 * @param record the record
 */
record RecordText(ReceivedRecord record) {

	private static final int MAX_VALUE = 120;

	private static final int MAX_HEADERS = 10;

	private static final int MAX_HEADER_VALUE = 60;

	/**
	 * Return the record in one line: its place, key and value.
	 */
	String line() {
		byte[] key = this.record.record().key();
		return this.record.place() + ((key != null) ? ", key " + bytes(key) : "") + ", value " + bytes(value());
	}

	/**
	 * Return the record in a few lines: its place and key, its headers, its value.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add(this.record.place() + ", key " + bytes(this.record.record().key()));
		lines.add("headers " + headers());
		lines.add("value " + bytes(value()));
		return lines;
	}

	private String headers() {
		Header[] headers = this.record.record().headers().toArray();
		if (headers.length == 0) {
			return "none";
		}
		List<Header> shown = List.of(headers).subList(0, Math.min(headers.length, MAX_HEADERS));
		String text = shown.stream().map(this::header).collect(Collectors.joining(", "));
		return (headers.length > MAX_HEADERS) ? text + " … and " + (headers.length - MAX_HEADERS) + " more" : text;
	}

	private String header(Header header) {
		byte[] value = header.value();
		return Excerpt.of(header.key(), MAX_HEADER_VALUE) + "=" + ((value != null)
				? "<" + this.record.masking().header(header.key(), value, MAX_HEADER_VALUE) + ">" : "none");
	}

	private byte @Nullable [] value() {
		return this.record.record().value();
	}

	private String bytes(byte @Nullable [] bytes) {
		return (bytes != null) ? "<" + this.record.masking().excerpt(bytes, MAX_VALUE) + ">" : "none";
	}

}
