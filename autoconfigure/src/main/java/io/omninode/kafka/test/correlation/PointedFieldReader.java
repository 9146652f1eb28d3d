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
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.JsonPointerBasedFilter;
import tools.jackson.core.filter.TokenFilter;

/**
 * Finds a field anywhere in the document.
 *
 * @param pointer leads to the field
 */
record PointedFieldReader(JsonPointer pointer) implements FieldReader {

	@Override
	public @Nullable String read(JsonParser parser) {
		JsonParser filtered = new FilteringParserDelegate(parser, new JsonPointerBasedFilter(this.pointer),
				TokenFilter.Inclusion.ONLY_INCLUDE_ALL, false);
		return FieldReader.text(filtered, filtered.nextToken());
	}

}
