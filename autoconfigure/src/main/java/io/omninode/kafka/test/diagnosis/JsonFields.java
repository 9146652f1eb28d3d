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

import java.util.ArrayList;
import java.util.List;

import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import io.omninode.kafka.test.tap.TappedRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the fields of a JSON value that hold an id.
 *
 * @param id the id
 */
record JsonFields(String id) {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	/**
	 * Return where the id is: as a whole field, or as a part of one; nothing if the value
	 * is not JSON.
	 */
	List<Appearance> find(TappedRecord tapped) {
		List<Appearance> found = new ArrayList<>();
		try (JsonParser parser = MAPPER.createParser(tapped.record().value())) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				Form form = token.isScalarValue() ? form(String.valueOf(parser.getValueAsString()), token) : null;
				if (form != null) {
					String pointer = parser.streamReadContext().pathAsPointer().toString();
					found.add(new Appearance(tapped, form,
							pointer.isEmpty() ? Spot.JSON_IN_STRING : Spot.field(pointer)));
				}
			}
			return found;
		}
		catch (JacksonException ex) {
			return List.of();
		}
	}

	private @Nullable Form form(String text, JsonToken token) {
		Form form = IdSearch.form(text, this.id);
		if (form == Form.EXACT && token.isNumeric()) {
			return Form.NUMBER;
		}
		boolean isPart = form == null && !token.isNumeric() && IdSearch.isPart(text, this.id);
		return isPart ? Form.PART : form;
	}

}
