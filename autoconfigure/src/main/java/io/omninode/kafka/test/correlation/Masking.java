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

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Hides secrets of a record in texts: the values of headers and JSON fields whose names
 * suggest a secret. Only texts are masked; assertions compare the actual values.
 * <p>
 * Immutable.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Masking {

	/**
	 * The text shown instead of a secret.
	 */
	public static final String MASK = "***";

	private static final Set<String> USUAL = Set.of("authorization", "password", "token", "secret", "apikey");

	private static final Pattern ESCAPED = Pattern.compile("\\\\+u([0-9a-fA-F]{4})");

	/**
	 * The form in which Jackson names the field that it could not read.
	 */
	private static final Pattern FIELD = Pattern.compile("\\[\"([^\"]*)\"]");

	private static final String CHAIN = "(through reference chain";

	private final Set<String> names;

	private Masking(Set<String> names) {
		this.names = names;
	}

	/**
	 * Return a masking of names that usually indicate a secret, which contain
	 * {@code authorization}, {@code password}, {@code token}, {@code secret},
	 * {@code api-key}.
	 * @return the masking
	 */
	public static Masking usual() {
		return new Masking(USUAL);
	}

	/**
	 * Return a masking of the usual secrets, and of others.
	 * @param names parts of the names of others; case, hyphens and underscores do not
	 * matter
	 * @return the masking
	 */
	public static Masking of(Collection<String> names) {
		return new Masking(Stream.concat(USUAL.stream(), names.stream().map(Masking::plain))
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toUnmodifiableSet()));
	}

	/**
	 * Return whether a name suggests a secret.
	 * @param name the name of a header or a field
	 * @return whether its value is hidden
	 */
	public boolean hides(String name) {
		String plain = plain(name);
		return this.names.stream().anyMatch(plain::contains);
	}

	/**
	 * Return whether a part of a JSON value is a secret, or a part of one.
	 * @param pointer the JSON Pointer of the part
	 * @return whether it is hidden
	 */
	public boolean hidesAt(String pointer) {
		return Stream.of(pointer.split("/")).anyMatch(this::hides);
	}

	private static String plain(String name) {
		Matcher escaped = ESCAPED.matcher(name);
		String text = escaped
			.replaceAll((each) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(each.group(1), 16))));
		StringBuilder plain = new StringBuilder();
		text.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
		return plain.toString().toLowerCase(Locale.ROOT);
	}

	/**
	 * Return a text without the secrets in it.
	 * @param text a text, which may be or contain JSON
	 * @return the text with masked fields
	 */
	public String text(String text) {
		return mask(text, this::hides);
	}

	/**
	 * Return an excerpt of bytes without the secrets in them.
	 * @param bytes the bytes, which may be or contain JSON
	 * @param maximum how many characters are shown at most
	 * @return the excerpt, see {@link Excerpt#of(byte[], int)}
	 */
	public String excerpt(byte[] bytes, int maximum) {
		String text = new String(bytes, StandardCharsets.ISO_8859_1);
		String masked = mask(text,
				(name) -> hides(new String(name.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
		return Excerpt.of(masked.equals(text) ? bytes : masked.getBytes(StandardCharsets.ISO_8859_1), maximum);
	}

	/**
	 * Return an excerpt of the value of a header.
	 * @param name the name of the header
	 * @param bytes the value
	 * @param maximum how many characters are shown at most
	 * @return the excerpt, or a mask
	 */
	public String header(String name, byte[] bytes, int maximum) {
		return hides(name) ? MASK : excerpt(bytes, maximum);
	}

	/**
	 * Return why a value cannot be read, without secrets that the reason may quote.
	 * @param reason the reason
	 * @param detail the details from Jackson, with the path to the field
	 * @return the reason with masked JSON fields; if the field that cannot be read is a
	 * secret itself, only its name
	 */
	public String reason(String reason, String detail) {
		if (FIELD.matcher(detail).results().noneMatch((field) -> hides(field.group(1)))) {
			return text(reason);
		}
		int chain = detail.indexOf(CHAIN);
		return (chain < 0) ? MASK : MASK + " " + detail.substring(chain);
	}

	private static String mask(String text, Predicate<String> secret) {
		String readable = text.replace("\\u0022", "\\\"");
		String masked = (readable.indexOf('"') >= 0) ? new SecretFields(readable, secret).masked() : readable;
		return masked.equals(readable) ? text : masked;
	}

}
