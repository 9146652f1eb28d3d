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

import io.omninode.kafka.test.diagnosis.Appearance.Kind;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;

/**
 * Says in which form, and where, a record has an id that is not recognized.
 */
final class OtherForm {

	private OtherForm() {
	}

	/**
	 * Return the end of a sentence: the form of the id, and the place.
	 */
	static String of(Appearance appearance, Picture picture) {
		String spot = appearance.spot().toString();
		return switch (appearance.form()) {
			case OTHER_CASE -> "in another case, in " + spot;
			case QUOTED -> "in quotation marks, in " + spot;
			case BYTES ->
				"as the 16 bytes of a UUID, in " + ((appearance.spot().kind() == Kind.VALUE) ? "the value" : spot);
			case NUMBER -> "as a number, in " + spot;
			case PART -> part(appearance.spot());
			default -> exact(appearance.spot(), picture);
		};
	}

	private static String part(Spot spot) {
		return (spot.kind() == Kind.JSON_IN_STRING) ? "in a JSON string: its value is text that was written as JSON"
				: "as a part of a longer text, in " + spot;
	}

	private static String exact(Spot spot, Picture picture) {
		if (ArrivalRule.isSpringHeader(spot)) {
			return "in " + spot + " only";
		}
		return "in " + spot + ((spot.kind() == Kind.VALUE || spot.kind() == Kind.JSON_IN_STRING) ? ""
				: "; it is read from " + picture.idPlaces());
	}

	static String remedy(Cause cause, Appearance appearance, Picture picture) {
		Spot spot = appearance.spot();
		return switch (cause) {
			case ID_IN_SPRING_HEADER -> "kafka.test.correlation.spring-header=true";
			case ID_IN_OTHER_CASE -> "have the application pass on the id as it is, or send one in that case";
			case ID_QUOTED -> (spot.kind() == Kind.JSON_IN_STRING)
					? "have the application publish the object, or its text with a StringSerializer: a JSON serializer "
							+ "writes text as a JSON string"
					: "have the application write the id as text, not as JSON: see its header mapper or serializer";
			case ID_OF_OTHER_TYPE ->
				"have the application write the id as text, or bring a CorrelationStrategy bean that reads it";
			case NOT_JSON -> "have the application answer in JSON, pass on the id in a header, or bring a "
					+ "CorrelationStrategy bean that reads such values; it is read from " + picture.idPlaces();
			default -> property(appearance);
		};
	}

	private static String property(Appearance appearance) {
		if (appearance.form() == Appearance.Form.PART) {
			return "have the application write the id as a whole field or header";
		}
		Spot spot = appearance.spot();
		return switch (spot.kind()) {
			case HEADER -> "kafka.test.correlation.header=" + spot.name();
			case KEY -> "kafka.test.correlation.key=true";
			default -> "kafka.test.correlation.field=" + spot.path();
		};
	}

}
