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

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * The records that producers of the application could not publish. They are noted by an
 * interceptor after those of the application, which does not change what is sent.
 * <p>
 * Memory is bounded: only the last 100 failures are kept and, of large records, only the
 * beginning and the end. Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Publications {

	/**
	 * The property that passes this object to the interceptors of the producers of a
	 * context.
	 */
	static final String CONFIG = "kafka.test.publications";

	private static final int MAX_FAILED = 100;

	private static final int MAX_VALUE = 16 * 1024;

	private static final int MAX_TEXT = 1024;

	private static final int MAX_HEADERS = 20;

	private final Deque<Failed> failed = new ArrayDeque<>();

	private final boolean watched;

	private final Function<Object, byte[]> json;

	private Publications(boolean watched, Function<Object, byte[]> json) {
		this.watched = watched;
		this.json = json;
	}

	/**
	 * Create an instance that watches producers.
	 * @param json writes objects, so that ids can be found in them
	 * @return the publications
	 */
	public static Publications watched(Function<Object, byte[]> json) {
		return new Publications(true, json);
	}

	/**
	 * Create an instance that watches nothing.
	 * @return the publications
	 */
	public static Publications unwatched() {
		return new Publications(false, (object) -> new byte[0]);
	}

	/**
	 * Watch the producers that a factory creates from now on.
	 */
	void watch(ProducerFactory<?, ?> factory) {
		if (this.watched && factory instanceof DefaultKafkaProducerFactory<?, ?> known) {
			Map<String, Object> configuration = known.getConfigurationProperties();
			Object own = configuration.get(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG);
			if (!configuration.containsKey(CONFIG)
					&& (own == null || own instanceof String || own instanceof Collection<?>)) {
				Map<String, Object> updates = new HashMap<>();
				updates.put(ProducerConfig.INTERCEPTOR_CLASSES_CONFIG, withOurs(own));
				updates.put(CONFIG, this);
				known.updateConfigs(updates);
			}
		}
	}

	private static List<Object> withOurs(@Nullable Object own) {
		List<Object> classes = new ArrayList<>();
		if (own instanceof String names) {
			Arrays.stream(names.split(",")).map(String::trim).filter((name) -> !name.isEmpty()).forEach(classes::add);
		}
		else if (own instanceof Collection<?> given) {
			classes.addAll(given);
		}
		classes.add(PublicationWatch.class);
		return classes;
	}

	void note(ProducerRecord<?, ?> record, String clientId, Exception failure) {
		if (this.watched) {
			add(new Failed(bytes(record), clientId, failure, System.nanoTime()));
		}
	}

	private synchronized void add(Failed each) {
		if (this.failed.size() == MAX_FAILED) {
			this.failed.removeFirst();
		}
		this.failed.addLast(each);
	}

	/**
	 * Return the records that could not be published since a point in time.
	 * @param sinceNanos the point in time, on the clock of {@link System#nanoTime()}
	 * @return the records, the first failure first
	 */
	public synchronized List<Failed> failed(long sinceNanos) {
		return this.failed.stream().filter((each) -> each.nanoTime() - sinceNanos >= 0).toList();
	}

	/**
	 * Return whether producers are watched.
	 * @return whether they are
	 */
	public boolean isWatched() {
		return this.watched;
	}

	private ConsumerRecord<byte[], byte[]> bytes(ProducerRecord<?, ?> record) {
		int partition = (record.partition() != null) ? record.partition() : 0;
		ConsumerRecord<byte[], byte[]> copy = new ConsumerRecord<>(record.topic(), partition, 0,
				bytes(record.key(), MAX_TEXT), bytes(record.value(), MAX_VALUE));
		int count = 0;
		for (Header header : record.headers()) {
			if (count++ < MAX_HEADERS) {
				copy.headers().add(header.key(), bytes(header.value(), MAX_TEXT));
			}
		}
		return copy;
	}

	private byte @Nullable [] bytes(@Nullable Object object, int maximum) {
		byte[] bytes = bytes(object);
		if (bytes == null || bytes.length <= maximum) {
			return bytes;
		}
		byte[] ends = Arrays.copyOf(bytes, maximum);
		System.arraycopy(bytes, bytes.length - maximum / 2, ends, maximum / 2, maximum / 2);
		return ends;
	}

	/**
	 * Return the bytes of an object, which is written as JSON because its text may not
	 * contain its fields.
	 */
	private byte @Nullable [] bytes(@Nullable Object object) {
		if (object == null || object instanceof byte[]) {
			return (byte[]) object;
		}
		if (object instanceof Bytes bytes) {
			return bytes.get();
		}
		if (object instanceof CharSequence || object instanceof Number || object instanceof UUID) {
			return object.toString().getBytes(StandardCharsets.UTF_8);
		}
		try {
			return this.json.apply(object);
		}
		catch (RuntimeException | LinkageError | StackOverflowError ex) {
			return null;
		}
	}

	/**
	 * A record that could not be published.
	 *
	 * @param record the record, shortened if it is large; its partition and offset have
	 * no meaning
	 * @param clientId the client id of the producer
	 * @param failure why it could not be published
	 * @param nanoTime when it failed, on the clock of {@link System#nanoTime()}
	 */
	public record Failed(ConsumerRecord<byte[], byte[]> record, String clientId, Exception failure, long nanoTime) {

	}

}
