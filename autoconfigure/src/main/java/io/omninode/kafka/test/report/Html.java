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

package io.omninode.kafka.test.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.springframework.core.io.ClassPathResource;

/**
 * Formats text and numbers for a page.
 */
final class Html {

	private Html() {
	}

	/**
	 * Return the beginning of a page.
	 */
	static String head(String title) {
		return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
				+ "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title
				+ "</title>\n<style>\n" + style() + "</style></head>\n<body><main>\n";
	}

	private static String style() {
		try {
			return new ClassPathResource("page.css", Html.class).getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

	static String millis(double millis) {
		if (millis >= 1000) {
			return trimmed(millis / 1000, (millis >= 10_000) ? 1 : 2) + " s";
		}
		return trimmed(millis, (millis >= 100) ? 0 : 2) + " ms";
	}

	static String number(double number) {
		if (number >= 10_000) {
			return trimmed(number / 1000, 1) + " k";
		}
		return trimmed(number, (number >= 100) ? 0 : 2);
	}

	static String trimmed(double value, int digits) {
		String text = String.format(Locale.ROOT, "%." + digits + "f", value);
		return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
	}

}
