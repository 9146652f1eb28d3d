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

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.TappedRecord;

/**
 * A record that has the id that is looked for, in one form or another.
 *
 * @param tapped the record
 * @param form the form of the id
 * @param spot where in the record it is
 */
record Appearance(TappedRecord tapped, Form form, Spot spot) {

	String topic() {
		return this.tapped.record().topic();
	}

	Origins.Place place() {
		return Origins.Place.of(this.tapped.record());
	}

	static Origins.Place place(TappedRecord tapped) {
		return Origins.Place.of(tapped.record());
	}

	boolean isRecognized() {
		return this.form == Form.RECOGNIZED;
	}

	/**
	 * Return whether the record has the id, and not by chance: what is a part of
	 * something, or so short that another field may have it, is a guess.
	 */
	boolean isSure(String id) {
		boolean isPart = this.form == Form.PART || (this.spot.kind() == Kind.VALUE && this.form != Form.BYTES
				&& IdSearch.form(value().strip(), id) == null);
		return isRecognized() || (!isPart && IdSearch.isUnique(id) && (IdSearch.isLong(id) || this.spot.isOfId()));
	}

	private String value() {
		byte[] value = this.tapped.record().value();
		return (value != null) ? new String(value, StandardCharsets.UTF_8) : "";
	}

	/**
	 * The form of an id.
	 */
	enum Form {

		/**
		 * It is where ids are looked for.
		 */
		RECOGNIZED,

		/**
		 * It is as it should be, elsewhere.
		 */
		EXACT,

		/**
		 * It is in another case.
		 */
		OTHER_CASE,

		/**
		 * It has quotation marks around it.
		 */
		QUOTED,

		/**
		 * It is the 16 bytes of a UUID.
		 */
		BYTES,

		/**
		 * It is a number, or the bytes of one.
		 */
		NUMBER,

		/**
		 * It is a part of a longer text.
		 */
		PART

	}

	/**
	 * Where in a record an id is.
	 *
	 * @param kind what part of the record
	 * @param name the name of the header, or the JSON Pointer of the field; empty for the
	 * key, and for a value that is not JSON
	 */
	record Spot(Kind kind, String name) {

		private static final Pattern ID = Pattern.compile("[cC]orrel|CORREL|(^|[-_.])id$|Id$|ID$");

		static final Spot KEY = new Spot(Kind.KEY, "");

		static final Spot VALUE = new Spot(Kind.VALUE, "");

		/**
		 * The value is a JSON string, whose text may be JSON.
		 */
		static final Spot JSON_IN_STRING = new Spot(Kind.JSON_IN_STRING, "");

		static Spot header(String name) {
			return new Spot(Kind.HEADER, name);
		}

		static Spot field(String pointer) {
			return new Spot(Kind.FIELD, pointer);
		}

		/**
		 * Return whether the name of the header or the field says that an id is in it.
		 */
		boolean isOfId() {
			String last = this.name.substring(this.name.lastIndexOf('/') + 1);
			return ID.matcher(last).find();
		}

		/**
		 * Return the name of a field of the outermost object, or the JSON Pointer of one
		 * further in.
		 */
		String path() {
			return (this.name.indexOf('/', 1) < 0 && this.name.indexOf('~') < 0) ? this.name.substring(1) : this.name;
		}

		@Override
		public String toString() {
			return switch (this.kind) {
				case HEADER -> "the header <" + Excerpt.of(this.name) + ">";
				case FIELD -> "the field <" + Excerpt.of(path()) + ">";
				case KEY -> "the key";
				case VALUE -> "the value, which is not JSON";
				case JSON_IN_STRING -> "the value, which is a JSON string";
			};
		}

	}

	/**
	 * A part of a record.
	 */
	enum Kind {

		HEADER, FIELD, KEY, VALUE, JSON_IN_STRING

	}

}
