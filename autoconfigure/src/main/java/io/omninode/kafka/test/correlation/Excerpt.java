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
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Prepares external text for messages, by cutting it off and putting it in one line.
 * Characters that would begin a line, move the cursor or change the direction of the text
 * are escaped, so that no id, key or value can look like a part of the message.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Excerpt {

	/**
	 * The default maximum length.
	 */
	public static final int MAX_LENGTH = 200;

	/**
	 * How much of what is equal is shown before a difference.
	 */
	private static final int BEFORE = 60;

	/**
	 * The replacement for bytes that are not a character.
	 */
	private static final char NO_CHARACTER = '\ufffd';

	private static final String MORE = "…";

	private Excerpt() {
	}

	/**
	 * Return an excerpt of a text.
	 * @param text the text
	 * @return its beginning, escaped
	 */
	public static String of(@Nullable String text) {
		return of(text, MAX_LENGTH);
	}

	/**
	 * Return an excerpt of a text.
	 * @param text the text
	 * @param maximum how many characters are shown at most, before they are escaped
	 * @return its beginning, escaped
	 */
	public static String of(@Nullable String text, int maximum) {
		if (text == null) {
			return "null";
		}
		return (text.length() > maximum) ? escape(text.substring(0, end(text, maximum))) + MORE : escape(text);
	}

	/**
	 * Return an excerpt of a text that is compared with another: of a long text the part
	 * where they differ.
	 * @param text the text
	 * @param other what it is compared with
	 * @return the excerpt, escaped
	 */
	public static String where(@Nullable String text, @Nullable String other) {
		if (text == null || other == null || Math.max(text.length(), other.length()) <= MAX_LENGTH) {
			return of(text);
		}
		int begin = Math.min(difference(text, other) - BEFORE, text.length() - MAX_LENGTH);
		return (begin <= 0) ? of(text) : MORE + of(text.substring(begin + (splits(text, begin) ? 1 : 0)));
	}

	private static int difference(String text, String other) {
		int length = Math.min(text.length(), other.length());
		int at = 0;
		while (at < length && text.charAt(at) == other.charAt(at)) {
			at++;
		}
		return at;
	}

	private static boolean splits(String text, int at) {
		return Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
	}

	private static int end(String text, int maximum) {
		return splits(text, maximum) ? maximum - 1 : maximum;
	}

	/**
	 * Return an excerpt of an id in angle brackets.
	 * @param id the id
	 * @param maximum how many characters are shown at most
	 * @return its beginning, escaped; a note instead if its bytes are not text
	 */
	public static String ofId(String id, int maximum) {
		boolean isText = Text.isReadable(id) && id.indexOf(NO_CHARACTER) < 0;
		return isText ? "<" + of(id, maximum) + ">" : "bytes that are no text";
	}

	/**
	 * Return excerpts of several texts.
	 * @param texts the texts
	 * @return the excerpts in square brackets, separated by commas
	 */
	public static String of(Collection<String> texts) {
		return texts.stream().map(Excerpt::of).collect(Collectors.joining(", ", "[", "]"));
	}

	/**
	 * Return an excerpt of bytes, which may be text.
	 * @param bytes the bytes
	 * @param maximum how many characters are shown at most
	 * @return the beginning of the text, escaped, or the bytes in hexadecimal form if
	 * they are not text
	 */
	public static String of(byte[] bytes, int maximum) {
		String text = text(bytes, maximum + 1);
		return (text != null) ? of(text, maximum) : hex(bytes, maximum / 2);
	}

	/**
	 * Decode only as much as is shown. It is not an error if a character is cut off at
	 * that point.
	 */
	private static @Nullable String text(byte[] bytes, int maximum) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		CharBuffer text = CharBuffer.allocate(maximum);
		CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
		String decoded = result.isError() ? null : text.flip().toString();
		return (decoded != null && Text.isReadable(decoded)) ? decoded : null;
	}

	private static String hex(byte[] bytes, int maximum) {
		int shown = Math.min(bytes.length, maximum);
		return "0x" + HexFormat.of().formatHex(bytes, 0, shown) + ((shown < bytes.length) ? MORE : "");
	}

	private static String escape(String text) {
		if (text.codePoints().noneMatch(Excerpt::isUnsafe)) {
			return text;
		}
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((each) -> {
			if (isUnsafe(each)) {
				escaped.append(escape(each));
			}
			else {
				escaped.appendCodePoint(each);
			}
		});
		return escaped.toString();
	}

	private static boolean isUnsafe(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE ->
				true;
			default -> false;
		};
	}

	private static String escape(int character) {
		return switch (character) {
			case '\n' -> "\\n";
			case '\r' -> "\\r";
			case '\t' -> "\\t";
			default -> (character > 0xffff) ? String.format("\\u{%x}", character) : String.format("\\u%04x", character);
		};
	}

}
