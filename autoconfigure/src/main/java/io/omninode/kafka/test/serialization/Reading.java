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

package io.omninode.kafka.test.serialization;

import java.io.Closeable;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.ConsumerFactory;

/**
 * How consumers of a factory read.
 *
 * @param keys reads keys, {@code null} if the factory does not say how
 * @param values reads values, {@code null} if the factory does not say how
 */
record Reading(@Nullable Decoder keys, @Nullable Decoder values) implements Closeable {

	static Reading of(ConsumerFactory<?, ?> factory, Map<String, Object> overrides) {
		return new Reading(Usable.orNull(() -> Decoder.ofKeys(factory, overrides)),
				Usable.orNull(() -> Decoder.ofValues(factory, overrides)));
	}

	/**
	 * Return the exception of a consumer that reads a record, or {@code null} if there is
	 * none.
	 */
	@Nullable RuntimeException failure(ConsumerRecord<byte[], byte[]> record) {
		RuntimeException failure = failure(this.keys, record, record.key());
		return (failure != null) ? failure : failure(this.values, record, record.value());
	}

	private static @Nullable RuntimeException failure(@Nullable Decoder decoder, ConsumerRecord<byte[], byte[]> record,
			byte @Nullable [] bytes) {
		return (decoder != null && bytes != null) ? decoder.failure(record.topic(), record.headers(), bytes) : null;
	}

	/**
	 * Return whether a consumer gets past a value that it cannot read.
	 */
	boolean handlesErrors() {
		return this.values != null && SpringKafka.delegate(this.values.deserializer()) != this.values.deserializer();
	}

	/**
	 * Return how a topic is read, if the deserializer depends on the topic.
	 */
	Reading of(String topic) {
		return new Reading((this.keys != null) ? this.keys.chosenFor(topic) : null,
				(this.values != null) ? this.values.chosenFor(topic) : null);
	}

	@Override
	public void close() {
		Stream.of(this.keys, this.values).forEach((decoder) -> Utils.closeQuietly(decoder, "decoder"));
	}

}
