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

package io.omninode.kafka.test.correlation;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link CorrelationStrategy} for an id in a field of the JSON value. Reading is a
 * streaming parse that stops at the field.
 */
final class FieldCorrelation implements CorrelationStrategy {

	/**
	 * A mapper that keeps everything as it is, which the application's own mapper might
	 * not do.
	 */
	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
				DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	private final JsonPointer pointer;

	private final FieldReader reader;

	private final @Nullable AppendedField appended;

	FieldCorrelation(String field) {
		this.pointer = JsonPointer.compile(field.startsWith("/") ? field : "/" + escape(field));
		this.reader = this.pointer.head().matches() ? new FieldReader.Named(this.pointer.getMatchingProperty())
				: new FieldReader.Pointed(this.pointer);
		this.appended = this.pointer.head().matches() ? new AppendedField(this.pointer.getMatchingProperty()) : null;
	}

	private static String escape(String field) {
		return field.replace("~", "~0").replace("/", "~1");
	}

	@Override
	public @Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
		if (value == null || !startsAsObject(value)) {
			return null;
		}
		try (JsonParser parser = MAPPER.createParser(value)) {
			return this.reader.read(parser);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	@Override
	public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId) {
		ProducerRecord<byte[], byte[]> appended = append(record, correlationId);
		return (appended != null) ? appended
				: write(record, (ObjectNode) MAPPER.readTree(record.value()), correlationId);
	}

	private @Nullable ProducerRecord<byte[], byte[]> append(ProducerRecord<byte[], byte[]> record,
			String correlationId) {
		byte[] value = record.value();
		if (this.appended == null || value == null || !startsAsObject(value)) {
			return null;
		}
		byte[] appended = this.appended.add(value, correlationId);
		return (appended != null) ? with(record, appended) : null;
	}

	private ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, ObjectNode root,
			String correlationId) {
		ObjectNode parent = this.pointer.head().matches() ? root : root.withObject(this.pointer.head());
		parent.put(this.pointer.last().getMatchingProperty(), correlationId);
		return with(record, MAPPER.writeValueAsBytes(root));
	}

	private static ProducerRecord<byte[], byte[]> with(ProducerRecord<byte[], byte[]> record, byte[] value) {
		return new ProducerRecord<>(record.topic(), record.partition(), record.timestamp(), record.key(), value,
				record.headers());
	}

	@Override
	public boolean canWrite(ProducerRecord<byte[], byte[]> record) {
		return writable(record) != null;
	}

	@Override
	public @Nullable ProducerRecord<byte[], byte[]> writeIfPossible(ProducerRecord<byte[], byte[]> record,
			String correlationId) {
		ProducerRecord<byte[], byte[]> appended = append(record, correlationId);
		if (appended != null) {
			return appended;
		}
		ObjectNode root = writable(record);
		return (root != null) ? write(record, root, correlationId) : null;
	}

	/**
	 * Return the value of a record, if an id can be written to it.
	 */
	private @Nullable ObjectNode writable(ProducerRecord<byte[], byte[]> record) {
		byte[] value = record.value();
		if (value == null || !startsAsObject(value)) {
			return null;
		}
		try {
			JsonNode root = MAPPER.readTree(value);
			JsonNode field = root.at(this.pointer);
			boolean free = (field.isMissingNode() || field.isNull()) && isFree(root, this.pointer.head());
			return (free && root instanceof ObjectNode object) ? object : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * Return whether the path to a parent leads only through objects, or through nodes
	 * that are missing.
	 */
	private static boolean isFree(JsonNode root, JsonPointer parent) {
		JsonNode node = root.at(parent);
		boolean free = node.isMissingNode() || node.isNull() || node.isObject();
		return free && (parent.matches() || isFree(root, parent.head()));
	}

	private static boolean startsAsObject(byte[] value) {
		for (byte each : value) {
			if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
				return each == '{';
			}
		}
		return false;
	}

	@Override
	public String places() {
		String path = this.pointer.toString();
		return "the field <" + (this.pointer.head().matches() ? this.pointer.getMatchingProperty() : path) + ">";
	}

}
