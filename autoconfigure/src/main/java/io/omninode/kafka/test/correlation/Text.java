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

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes bytes that are text from other bytes.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Text {

	private Text() {
	}

	/**
	 * Return the text that bytes represent.
	 * @param bytes the bytes
	 * @return the text, or {@code null} if there are no bytes, if they are not UTF-8, or
	 * if they contain control characters other than tabs and line breaks, as numbers do
	 */
	public static @Nullable String of(byte @Nullable [] bytes) {
		if (bytes == null) {
			return null;
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return isReadable(text) ? text : null;
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

	/**
	 * Return whether a text contains no control characters other than tabs and line
	 * breaks.
	 */
	static boolean isReadable(String text) {
		return text.chars().noneMatch((each) -> each < ' ' && each != '\t' && each != '\n' && each != '\r');
	}

}
