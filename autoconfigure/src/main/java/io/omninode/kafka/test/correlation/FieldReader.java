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
import tools.jackson.core.JsonToken;

/**
 * Finds a field in a JSON document, and reads no further.
 */
@FunctionalInterface
interface FieldReader {

	/**
	 * Read the field.
	 * @param parser at the beginning of the document
	 * @return the value as text, or {@code null} if there is none or it is no scalar
	 */
	@Nullable String read(JsonParser parser);

	/**
	 * Return the text of a token.
	 * @param parser where the token is
	 * @param token the token, or {@code null} at the end of the document
	 * @return the text, or {@code null} if the token is no scalar
	 */
	static @Nullable String text(JsonParser parser, @Nullable JsonToken token) {
		boolean scalar = token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL;
		return scalar ? parser.getValueAsString() : null;
	}

}
