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
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * Finds a field of the outermost object: the case that has to be fast.
 *
 * @param name the name of the field
 */
record NamedFieldReader(SerializableString name) implements FieldReader {

	NamedFieldReader(String name) {
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
