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

package io.omninode.kafka.integration.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.avro.generic.GenericContainer;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of Avro. As those for a schema registry do, it takes any object, fails
 * at what is none, and begins with a zero byte.
 */
public class AvroSerializer implements Serializer<Object> {

	@Override
	@SuppressWarnings("NullAway")
	public byte @Nullable [] serialize(String topic, @Nullable Object value) {
		if (value == null) {
			return null;
		}
		if (!(value instanceof GenericContainer container)) {
			throw new SerializationException("Unsupported Avro type " + value.getClass().getSimpleName());
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.write(0);
		BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
		try {
			new SpecificDatumWriter<>(container.getSchema()).write(container, encoder);
			encoder.flush();
		}
		catch (IOException ex) {
			throw new SerializationException(ex);
		}
		return bytes.toByteArray();
	}

}
