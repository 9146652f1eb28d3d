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

import java.util.function.IntFunction;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.serialization.RecordWriter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Creates the requests of a route, which are serialized events with an id. For use by the
 * sending thread only.
 */
final class RequestFactory {

	private final Route route;

	private final RecordWriter writer;

	private final CorrelationStrategy correlation;

	private final RequestIds ids;

	private @Nullable String lastText;

	private @Nullable ProducerRecord<byte[], byte[]> lastRecord;

	private @Nullable RequestTemplate template;

	RequestFactory(Route route, RecordWriter writer, CorrelationStrategy correlation, RequestIds ids) {
		this.route = route;
		this.writer = writer;
		this.correlation = correlation;
		this.ids = ids;
	}

	Prepared prepare(int number) {
		Object event = call("event", this.route.target().event(), number);
		String key = (this.route.target().key() != null) ? (String) call("key", this.route.target().key(), number)
				: null;
		ProducerRecord<byte[], byte[]> record = write(key, event);
		RequestTemplate template = this.template;
		if (template != null && template.fits(record)) {
			return new Prepared(new Request(number, this.route, null, key), template.record(number, record.key()));
		}
		return write(number, key, record);
	}

	/**
	 * Write an event. A text that is the same as the previous one is not written again.
	 */
	private ProducerRecord<byte[], byte[]> write(@Nullable String key, Object event) {
		ProducerRecord<byte[], byte[]> last = this.lastRecord;
		if (last != null && key == null && event == this.lastText) {
			return last;
		}
		String topic = this.route.topics().request();
		ProducerRecord<byte[], byte[]> record = this.writer.write(new ProducerRecord<>(topic, key, event), topic);
		if (key == null && event instanceof String text) {
			this.lastText = text;
			this.lastRecord = record;
		}
		return record;
	}

	private static Object call(String what, @Nullable IntFunction<?> factory, int number) {
		Object made;
		try {
			made = (factory != null) ? factory.apply(number) : null;
		}
		catch (RuntimeException ex) {
			throw new IllegalStateException("The " + what + " factory failed for request " + number + ": " + ex, ex);
		}
		if (made == null) {
			throw new IllegalStateException("The " + what + " factory returned null for request " + number);
		}
		return made;
	}

	private Prepared write(int number, @Nullable String key, ProducerRecord<byte[], byte[]> record) {
		String id = this.correlation.read(record.headers(), record.key(), record.value());
		if (id != null) {
			this.ids.register(requireText(id, number), number);
			return new Prepared(new Request(number, this.route, id, key), record);
		}
		CorrelationStrategy places = this.writer.becomesObject(record) ? this.correlation.forObjects()
				: this.correlation;
		ProducerRecord<byte[], byte[]> written = places.write(record, this.ids.text(number));
		this.template = RequestTemplate.of(record, written, this.ids, number);
		return new Prepared(new Request(number, this.route, null, key), written);
	}

	private String requireText(String id, int number) {
		if (id.isBlank()) {
			throw new IllegalArgumentException("The event of request " + number + " has an empty correlation id <"
					+ Excerpt.of(id) + ">: give it one, or leave it out to get a fresh one");
		}
		return id;
	}

	/**
	 * A request that is ready to leave.
	 *
	 * @param request the request to track
	 * @param record the record
	 */
	record Prepared(Request request, ProducerRecord<byte[], byte[]> record) {

	}

}
