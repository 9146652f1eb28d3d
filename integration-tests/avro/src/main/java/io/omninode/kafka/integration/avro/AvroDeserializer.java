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

import java.io.IOException;

import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link AvroSerializer} writes.
 */
public class AvroDeserializer implements Deserializer<Object> {

	@Override
	@SuppressWarnings("NullAway")
	public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
		if (bytes == null) {
			return null;
		}
		try {
			return new SpecificDatumReader<>(Measurement.SCHEMA).read(null,
					DecoderFactory.get().binaryDecoder(bytes, 1, bytes.length - 1, null));
		}
		catch (IOException ex) {
			throw new SerializationException(ex);
		}
	}

}
