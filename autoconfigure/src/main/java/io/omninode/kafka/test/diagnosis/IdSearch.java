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

package io.omninode.kafka.test.diagnosis;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Finds an id in the bytes of records: as it is, in another case, in quotation marks, or
 * as the bytes of a UUID or a number.
 */
final class IdSearch {

	private static final int UUID_BYTES = 16;

	private static final int MIN_LENGTH = 4;

	private static final int MIN_DIGITS = 7;

	private static final int MIN_PART = 8;

	private final String id;

	private final byte[] text;

	private final byte @Nullable [] uuid;

	private final JsonFields fields;

	private final boolean isEscaped;

	IdSearch(String id) {
		this.id = id;
		this.text = id.getBytes(StandardCharsets.UTF_8);
		this.uuid = uuid(id);
		this.fields = new JsonFields(id);
		this.isEscaped = mayBeEscaped(id);
	}

	/**
	 * Return whether an id is nowhere by chance. One that is as short as a quantity is,
	 * and where it is found is a guess.
	 */
	static boolean isUnique(String id) {
		return id.length() >= (isNumber(id) ? MIN_DIGITS : MIN_LENGTH);
	}

	/**
	 * Return whether an id is long enough not to be the word or the number that another
	 * field happens to have.
	 */
	static boolean isLong(String id) {
		return id.length() >= MIN_PART;
	}

	/**
	 * Return whether a text contains an id between characters that are neither letters
	 * nor digits. A short id is in many texts.
	 */
	static boolean isPart(String text, String id) {
		if (!isLong(id) || text.length() < id.length()) {
			return false;
		}
		return Pattern
			.compile("(?<![\\p{L}\\p{M}\\p{N}])" + Pattern.quote(id) + "(?![\\p{L}\\p{M}\\p{N}])",
					Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
			.matcher(text)
			.find();
	}

	private static byte @Nullable [] uuid(String id) {
		try {
			UUID uuid = UUID.fromString(id);
			return ByteBuffer.allocate(UUID_BYTES)
				.putLong(uuid.getMostSignificantBits())
				.putLong(uuid.getLeastSignificantBits())
				.array();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Return how the id appears in a record, or {@code null} if it does not. Of several
	 * places the one counts where ids are read, then one that has it as it is.
	 */
	@Nullable Appearance find(TappedRecord tapped) {
		String read = tapped.correlationId();
		if (this.id.equals(read)) {
			return new Appearance(tapped, Form.RECOGNIZED, Spot.VALUE);
		}
		List<Appearance> found = new ArrayList<>();
		ConsumerRecord<byte[], byte[]> record = tapped.record();
		for (Header header : record.headers()) {
			add(found, tapped, form(header.value()), Spot.header(header.key()));
		}
		add(found, tapped, form(record.key()), Spot.KEY);
		found.addAll(inValue(tapped));
		boolean isInOther = read != null && isPart(read, this.id);
		found.removeIf((appearance) -> isByChance(appearance) || (isInOther && !isWhole(appearance)));
		Form known = (read != null) ? form(read, this.id) : null;
		return found.stream().min(Comparator.comparingInt((each) -> rank(each, known))).orElse(null);
	}

	/**
	 * Of an id that is as short as a quantity only what is a whole field counts whose
	 * name is that of an id.
	 */
	private boolean isByChance(Appearance appearance) {
		boolean isWhole = appearance.form() == Form.EXACT || appearance.form() == Form.NUMBER;
		return !isUnique(this.id) && !(isWhole && appearance.spot().isOfId());
	}

	/**
	 * What is a part of the record's own id makes it no other record: it has another id.
	 */
	private static boolean isWhole(Appearance appearance) {
		return appearance.form() != Form.PART
				&& (appearance.spot().kind() != Appearance.Kind.VALUE || appearance.form() == Form.BYTES);
	}

	private static int rank(Appearance appearance, @Nullable Form known) {
		int rank = (appearance.form() == Form.EXACT) ? 10 : 20;
		if (appearance.form() == known) {
			rank = 0;
		}
		return rank + switch (appearance.spot().kind()) {
			case HEADER -> ArrivalRule.isSpringHeader(appearance.spot()) ? 0 : 1;
			case FIELD -> 2;
			case KEY -> 3;
			default -> 4;
		};
	}

	private static void add(List<Appearance> found, TappedRecord tapped, @Nullable Form form, Spot spot) {
		if (form != null) {
			found.add(new Appearance(tapped, form, spot));
		}
	}

	private List<Appearance> inValue(TappedRecord tapped) {
		byte[] value = tapped.record().value();
		if (value == null) {
			return List.of();
		}
		List<Appearance> found = new ArrayList<>();
		if (this.isEscaped || contains(value, this.text) || isNumber(this.id)) {
			found.addAll(this.fields.find(tapped));
		}
		if (found.isEmpty() && contains(value, this.text) && isInText(value)) {
			add(found, tapped, isExact(value) ? Form.EXACT : Form.OTHER_CASE, Spot.VALUE);
		}
		if (this.uuid != null && containsBytes(value, this.uuid)) {
			add(found, tapped, Form.BYTES, Spot.VALUE);
		}
		return found;
	}

	/**
	 * In the text of a value that is not JSON an id has an end. Binary formats put the
	 * length, which may look like a letter, before it.
	 */
	private boolean isInText(byte[] value) {
		String text = new String(value, StandardCharsets.UTF_8);
		boolean isBinary = text.chars().anyMatch((each) -> each < ' ' && !Character.isWhitespace(each));
		return form(text.strip(), this.id) != null || isPart(text, this.id) || (isBinary && isLong(this.id));
	}

	private static boolean isNumber(String id) {
		return id.chars().allMatch((each) -> each >= '0' && each <= '9');
	}

	/**
	 * Return whether JSON may have an id in another form than it is.
	 */
	private static boolean mayBeEscaped(String id) {
		return id.chars().anyMatch((each) -> each < ' ' || each > '~' || each == '"' || each == '\\' || each == '/');
	}

	private boolean isExact(byte[] value) {
		return containsExactly(value, this.text);
	}

	/**
	 * Return the form in which bytes are the id, as a whole.
	 */
	private @Nullable Form form(byte @Nullable [] bytes) {
		if (bytes == null) {
			return null;
		}
		if (this.uuid != null && Arrays.equals(bytes, this.uuid)) {
			return Form.BYTES;
		}
		Form text = form(new String(bytes, StandardCharsets.UTF_8), this.id);
		boolean isNumber = text == null && (bytes.length == Long.BYTES || bytes.length == Integer.BYTES);
		return (isNumber && new BigInteger(bytes).toString().equals(this.id)) ? Form.NUMBER : text;
	}

	/**
	 * Return the form in which a text is an id, or {@code null} if it is not.
	 */
	static @Nullable Form form(String text, String id) {
		if (text.equals(id)) {
			return Form.EXACT;
		}
		if (text.equalsIgnoreCase(id)) {
			return Form.OTHER_CASE;
		}
		return (text.length() == id.length() + 2 && text.substring(1, text.length() - 1).equalsIgnoreCase(id)
				&& (text.charAt(0) == '"' || text.charAt(0) == '\'')) ? Form.QUOTED : null;
	}

	private static boolean containsExactly(byte[] bytes, byte[] part) {
		return indexOf(bytes, part, false) >= 0;
	}

	private static boolean containsBytes(byte[] bytes, byte[] part) {
		return IntStream.rangeClosed(0, bytes.length - part.length).anyMatch((i) -> matches(bytes, i, part, false));
	}

	private static boolean contains(byte[] bytes, byte[] part) {
		return indexOf(bytes, part, true) >= 0;
	}

	private static int indexOf(byte[] bytes, byte[] part, boolean anyCase) {
		return IntStream.rangeClosed(0, bytes.length - part.length)
			.filter((i) -> matches(bytes, i, part, anyCase))
			.findFirst()
			.orElse(-1);
	}

	private static boolean matches(byte[] bytes, int from, byte[] part, boolean anyCase) {
		for (int i = 0; i < part.length; i++) {
			byte each = bytes[from + i];
			if (each != part[i] && !(anyCase && lower(each) == lower(part[i]))) {
				return false;
			}
		}
		return true;
	}

	private static int lower(byte each) {
		return (each >= 'A' && each <= 'Z') ? each + ('a' - 'A') : each;
	}

}
