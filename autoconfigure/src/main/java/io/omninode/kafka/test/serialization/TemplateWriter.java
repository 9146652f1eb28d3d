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

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.json.UnwritableValueException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.KafkaOperations;

/**
 * {@link RecordWriter} that writes like one template, whatever the listeners read. Bytes
 * are written as they are.
 *
 * @param application knows how the template writes
 * @param template the template
 */
record TemplateWriter(ApplicationFormats application, KafkaOperations<?, ?> template) implements RecordWriter {

	@Override
	public RecordWriter via(KafkaOperations<?, ?> other) {
		return new TemplateWriter(this.application, other);
	}

	@Override
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<?, ?> record, String topic) {
		List<Writing> writing = this.application.writing(this.template, topic);
		if (writing.isEmpty()) {
			throw new IllegalArgumentException("The template <" + this.template
					+ "> does not say how it writes to topic <" + Excerpt.of(topic) + ">: it has no producer factory");
		}
		WrittenRecord written = new WrittenRecord(record, topic);
		return written.with((key, headers) -> encode(writing, Writing::keys, topic, headers, key),
				(value, headers) -> encode(writing, Writing::values, topic, headers, value));
	}

	@Override
	public boolean becomesObject(ProducerRecord<byte[], byte[]> record) {
		return this.application.makesObject(record);
	}

	private Encoded encode(List<Writing> writing, Function<Writing, @Nullable Encoder> choice, String topic,
			Headers headers, Object object) {
		Stream<@Nullable Encoder> encoders = writing.stream().map(choice);
		Encoded encoded = Encoders.of(encoders, topic, object).encode(topic, headers, object);
		if (encoded == null) {
			throw new UnwritableValueException(
					"An object of type <" + object.getClass().getName() + "> for topic <" + Excerpt.of(topic)
							+ "> cannot be written with the template <" + this.template
							+ ">: its serializer is not for such objects",
					"send what it can write, or choose another template", null);
		}
		return encoded;
	}

}
