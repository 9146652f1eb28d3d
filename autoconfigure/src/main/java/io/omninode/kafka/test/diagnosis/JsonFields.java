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

import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import io.omninode.kafka.test.tap.TappedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the field of a JSON value that holds an id.
 *
 * @param id the id
 */
record JsonFields(String id) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/**
	 * Return where the id is, or {@code null} if the value is not JSON or the id is only
	 * a part of a field.
	 */
	@Nullable Appearance find(TappedRecord tapped) {
		try (JsonParser parser = MAPPER.createParser(tapped.record().value())) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				Form form = token.isScalarValue() ? IdSearch.form(String.valueOf(parser.getValueAsString()), this.id)
						: null;
				if (form != null) {
					String pointer = parser.streamReadContext().pathAsPointer().toString();
					return new Appearance(tapped, form, Spot.field(pointer));
				}
			}
			return null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

}
