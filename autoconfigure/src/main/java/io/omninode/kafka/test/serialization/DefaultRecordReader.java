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

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.correlation.Text;
import io.omninode.kafka.test.json.JsonFormat;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@link RecordReader} that tries the deserializers of the application for the type, then
 * Jackson, then all other deserializers.
 */
class DefaultRecordReader implements RecordReader {

	private final ApplicationFormats application;

	private final JsonFormat json;

	private final Masking masking;

	DefaultRecordReader(ApplicationFormats application, JsonFormat json, Masking masking) {
		this.application = application;
		this.json = json;
		this.masking = masking;
	}

	@Override
	public Masking masking() {
		return this.masking;
	}

	@Override
	public @Nullable RuntimeException failure(String group, ConsumerRecord<byte[], byte[]> record) {
		return this.application.readingOf(group, record.topic())
			.stream()
			.map((reading) -> reading.failure(record))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	@Override
	public JsonNode toTree(String topic, @Nullable Object value) {
		JsonFormat written = this.application.json(topic);
		return ((written != null) ? written : this.json).toTree(value);
	}

	@Override
	public <T> T readValue(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
		return read(new Input<>(record, record.value(), type), Reading::values);
	}

	@Override
	public <T> T readKey(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
		return read(new Input<>(record, record.key(), type), Reading::keys);
	}

	private <T> T read(Input<T> input, Function<Reading, @Nullable Decoder> part) {
		Class<T> type = input.type();
		Object plain = plain(input.bytes(), type);
		if (plain != null) {
			return type.cast(plain);
		}
		if (JsonNode.class.isAssignableFrom(type)) {
			return this.json.read(input.bytes(), type);
		}
		List<Decoder> decoders = this.application.reading(input.record().topic())
			.stream()
			.map(part)
			.filter(Objects::nonNull)
			.toList();
		T read = input.read(madeFor(input, decoders, part));
		return (read != null) ? read : readJson(input, decoders);
	}

	/**
	 * Return the decoders for the type. Because numbers may be text on one topic and
	 * bytes on another, only the listeners of the topic are considered for them.
	 */
	private <T> List<Decoder> madeFor(Input<T> input, List<Decoder> decoders,
			Function<Reading, @Nullable Decoder> part) {
		List<Decoder> known = (!Number.class.isAssignableFrom(input.type())) ? decoders
				: this.application.listeners(input.record().topic())
					.stream()
					.map((listener) -> part.apply(listener.reading()))
					.filter(Objects::nonNull)
					.toList();
		return known.stream().filter((decoder) -> decoder.isFor(input.type())).toList();
	}

	private <T> T readJson(Input<T> input, List<Decoder> decoders) {
		try {
			return json(input);
		}
		catch (IllegalArgumentException ex) {
			T read = input.read(decoders.stream().filter((decoder) -> !decoder.isJson()).toList());
			read = (read != null) ? read : input.readAsKafkaDoes();
			if (read != null) {
				return read;
			}
			throw ex;
		}
	}

	/**
	 * Read with the mapper with which the application writes, which may not be a bean.
	 */
	private <T> T json(Input<T> input) {
		JsonFormat written = this.application.json(input.record().topic());
		try {
			return ((written != null) ? written : this.json).read(input.bytes(), input.type());
		}
		catch (IllegalArgumentException ex) {
			if (written == null) {
				throw ex;
			}
			return this.json.read(input.bytes(), input.type());
		}
	}

	/**
	 * Return bytes and text as they are, or {@code null} for any other type.
	 */
	private @Nullable Object plain(byte[] bytes, Class<?> type) {
		if (type == byte[].class) {
			return bytes;
		}
		if (type == Bytes.class) {
			return Bytes.wrap(bytes);
		}
		if (type == ByteBuffer.class) {
			return ByteBuffer.wrap(bytes);
		}
		return (type == String.class) ? text(bytes) : null;
	}

	/**
	 * Return text as it is, except for a JSON string, which is parsed.
	 */
	private String text(byte[] bytes) {
		String text = Text.of(bytes);
		if (text == null) {
			throw new IllegalArgumentException("It is not UTF-8 text");
		}
		if (!text.startsWith("\"")) {
			return text;
		}
		try {
			return this.json.read(bytes, String.class);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	/**
	 * The key or value to read.
	 *
	 * @param record the record
	 * @param bytes its key or its value
	 * @param type the type to read it into
	 */
	private record Input<T>(ConsumerRecord<byte[], byte[]> record, byte[] bytes, Class<T> type) {

		@Nullable T read(List<Decoder> decoders) {
			for (Decoder decoder : decoders) {
				Object read = decoded(decoder);
				if (this.type.isInstance(read)) {
					return this.type.cast(read);
				}
			}
			return null;
		}

		private @Nullable Object decoded(Decoder decoder) {
			try {
				return decoder.decode(this.record.topic(), this.record.headers(), this.bytes);
			}
			catch (RuntimeException ex) {
				return null;
			}
		}

		@Nullable T readAsKafkaDoes() {
			try {
				return Serdes.serdeFrom(this.type).deserializer().deserialize(this.record.topic(), this.bytes);
			}
			catch (RuntimeException ex) {
				return null;
			}
		}

	}

}
