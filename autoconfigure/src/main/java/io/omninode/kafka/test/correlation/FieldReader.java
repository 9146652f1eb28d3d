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

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.JsonPointerBasedFilter;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.core.io.SerializedString;

/**
 * Finds a field in a JSON document, without reading the rest.
 */
sealed interface FieldReader {

	/**
	 * Read the field.
	 * @param parser at the beginning of the document
	 * @return the value as text, or {@code null} if there is none or it is not a scalar
	 */
	@Nullable String read(JsonParser parser);

	/**
	 * Return the text of a token.
	 * @param parser where the token is
	 * @param token the token, or {@code null} at the end of the document
	 * @return the text, or {@code null} if the token is not a scalar
	 */
	private static @Nullable String text(JsonParser parser, @Nullable JsonToken token) {
		boolean scalar = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
		return scalar ? parser.getValueAsString() : null;
	}

	/**
	 * Finds a field of the outermost object, which is the case that has to be fast.
	 *
	 * @param name the name of the field
	 */
	record Named(SerializableString name) implements FieldReader {

		Named(String name) {
			this(new SerializedString(name));
		}

		@Override
		public @Nullable String read(JsonParser parser) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				return null;
			}
			while (!parser.nextName(this.name)) {
				if (parser.currentToken() != JsonToken.PROPERTY_NAME) {
					return null;
				}
				parser.nextToken();
				parser.skipChildren();
			}
			return FieldReader.text(parser, parser.nextToken());
		}

	}

	/**
	 * Finds a field anywhere in the document.
	 *
	 * @param pointer leads to the field
	 */
	record Pointed(JsonPointer pointer) implements FieldReader {

		@Override
		public @Nullable String read(JsonParser parser) {
			JsonParser filtered = new FilteringParserDelegate(parser, new JsonPointerBasedFilter(this.pointer),
					TokenFilter.Inclusion.ONLY_INCLUDE_ALL, false);
			return FieldReader.text(filtered, filtered.nextToken());
		}

	}

}
