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

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/**
 * Adds a field to the end of a JSON object and leaves the rest as it is, byte for byte.
 *
 * @param name the name of the field
 */
record AppendedField(String name) {

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	/**
	 * Return an object with the field.
	 * @param json the object
	 * @param text the value of the field
	 * @return the object, or {@code null} if it already has the field, is not in UTF-8,
	 * or is not a valid object
	 */
	byte @Nullable [] add(byte[] json, String text) {
		int fields = countOthers(json);
		int end = lastOf(json, json.length);
		if (fields < 0 || json[end] != '}') {
			return null;
		}
		int at = lastOf(json, end) + 1;
		byte[] field = (((fields > 0) ? "," : "") + quoted(this.name) + ":" + quoted(text))
			.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(json.length + field.length)
			.put(json, 0, at)
			.put(field)
			.put(json, at, json.length - at)
			.array();
	}

	/**
	 * Return how many fields an object has, or -1 if it has this one or is not an object.
	 */
	private int countOthers(byte[] json) {
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
			int fields = (parser.nextToken() == JsonToken.START_OBJECT) ? 0 : -1;
			for (String each = parser.nextName(); each != null; each = parser.nextName()) {
				if (each.equals(this.name)) {
					return -1;
				}
				parser.nextToken();
				parser.skipChildren();
				fields++;
			}
			return (parser.nextToken() == null) ? fields : -1;
		}
		catch (JacksonException ex) {
			return -1;
		}
	}

	/**
	 * Return the index of the last byte before the given end that is not white space.
	 */
	private static int lastOf(byte[] json, int end) {
		int last = end - 1;
		while (json[last] == ' ' || json[last] == '\n' || json[last] == '\r' || json[last] == '\t') {
			last--;
		}
		return last;
	}

	private static String quoted(String text) {
		return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
	}

}
