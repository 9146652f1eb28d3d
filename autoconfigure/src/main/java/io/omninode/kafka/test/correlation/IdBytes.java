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
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Converts ids to and from bytes, which are text or the 16 bytes of a UUID.
 */
final class IdBytes {

	private static final int UUID_BYTES = 16;

	private IdBytes() {
	}

	/**
	 * Return bytes as text, or {@code null} if they are not UTF-8.
	 */
	static @Nullable String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/**
	 * Return the id that bytes represent: a UUID for 16 bytes that are not printable,
	 * otherwise text if they are text, otherwise hexadecimal digits.
	 */
	static String read(byte[] bytes) {
		if (isUuid(bytes)) {
			ByteBuffer buffer = ByteBuffer.wrap(bytes);
			return new UUID(buffer.getLong(), buffer.getLong()).toString();
		}
		String text = text(bytes);
		return (text != null) ? text : HexFormat.of().formatHex(bytes);
	}

	/**
	 * Return the bytes from which an id is read.
	 * @throws IllegalArgumentException if there are no such bytes
	 */
	static byte[] write(String id) {
		byte[] binary = binary(id);
		if (binary != null && isUuid(binary)) {
			return binary;
		}
		byte[] text = id.getBytes(StandardCharsets.UTF_8);
		if (isUuid(text)) {
			throw new IllegalArgumentException("The correlation id <" + id
					+ "> cannot be written to a header of Spring: its 16 bytes would be read as a UUID");
		}
		return text;
	}

	private static byte @Nullable [] binary(String id) {
		try {
			UUID uuid = UUID.fromString(id);
			boolean canonical = uuid.toString().equals(id);
			return canonical ? ByteBuffer.allocate(UUID_BYTES)
				.putLong(uuid.getMostSignificantBits())
				.putLong(uuid.getLeastSignificantBits())
				.array() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isUuid(byte[] bytes) {
		if (bytes.length != UUID_BYTES) {
			return false;
		}
		for (byte each : bytes) {
			if (each < ' ' || each > '~') {
				return true;
			}
		}
		return false;
	}

}
