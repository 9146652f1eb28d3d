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

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Kind;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;

/**
 * What was expected is there: excluded, too late, too early, hidden, or with its id in
 * another form.
 */
final class ArrivalRule implements Rule {

	private static final String SPRING_HEADER = "kafka_correlationId";

	private static final int MAX_VALUE = 120;

	@Override
	public List<Finding> judge(Picture picture) {
		List<Finding> findings = new ArrayList<>();
		for (Appearance appearance : picture.appearances().found()) {
			if (picture.isExpected(appearance) && !appearance.place().equals(picture.request())) {
				judge(appearance, picture, findings);
			}
		}
		return findings;
	}

	private void judge(Appearance appearance, Picture picture, List<Finding> findings) {
		Question.Expected expected = picture.question().expected();
		if (picture.appearances().isHidden(appearance)) {
			findings.add(hidden(appearance, picture));
		}
		else if (!appearance.isRecognized()) {
			findings.add(otherForm(appearance));
		}
		else if (expected.excluded().contains(appearance.place())) {
			findings.add(excluded(appearance));
		}
		else if (!expected.knows(appearance.place())) {
			findings.add(atAnotherTime(appearance, picture));
		}
	}

	private static Finding hidden(Appearance appearance, Picture picture) {
		Cause cause = picture.appearances().hidden().get(appearance.place());
		return (cause == Cause.OPEN_TRANSACTION) ? Finding.certain(Cause.OPEN_TRANSACTION,
				"it is at " + appearance.place() + ", where a transaction is open, which hides it",
				"see what keeps the transaction open: a listener that has not returned, a commit that is missing, or a "
						+ "producer that has ended (transaction.timeout.ms)")
				: Finding.certain(Cause.ABORTED_TRANSACTION,
						"it was published at " + appearance.place() + ", in a transaction that was aborted",
						"see the log of the application for the exception that rolled the transaction back");
	}

	private static Finding excluded(Appearance appearance) {
		byte[] value = appearance.tapped().record().value();
		return Finding
			.certain(Cause.EXCLUDED, "it came at " + appearance.place() + ", and the condition of the test excludes it",
					"see its value: correct the condition, or the application")
			.with(List.of(appearance.place() + ": "
					+ ((value != null) ? "value <" + Excerpt.of(value, MAX_VALUE) + ">" : "no value")));
	}

	private static Finding atAnotherTime(Appearance appearance, Picture picture) {
		long published = appearance.tapped().record().timestamp();
		if (picture.question().id() != null && published < picture.sentMillis()) {
			return Finding.certain(Cause.ANSWERED_BEFORE,
					"the id was answered at " + appearance.place() + ", before this request was sent",
					"use a new id for each request");
		}
		long late = published - picture.seenMillis();
		return Finding.certain(Cause.LATE, "it came at " + appearance.place()
				+ ((late > 0) ? ", " + late + "ms" : ", just") + " after the wait had ended",
				"wait longer, or see what takes the application so long");
	}

	private static Finding otherForm(Appearance appearance) {
		boolean isGuess = appearance.tapped().correlationId() != null;
		Finding finding = finding(appearance);
		return isGuess ? Finding.likely(finding.cause(), finding.text(), finding.remedy()) : finding;
	}

	private static Finding finding(Appearance appearance) {
		String there = "a record came at " + appearance.place() + " that has the id ";
		Spot spot = appearance.spot();
		return switch (appearance.form()) {
			case OTHER_CASE -> Finding.certain(Cause.ID_IN_OTHER_CASE, there + "in another case, in " + spot,
					"have the application pass on the id as it is, or send one in that case");
			case QUOTED -> Finding.certain(Cause.ID_QUOTED, there + "in quotation marks, in " + spot,
					"have the application write the id as text, not as JSON: see its header mapper or serializer");
			case BYTES, NUMBER -> Finding.certain(Cause.ID_OF_OTHER_TYPE, there
					+ ((appearance.form() == Form.BYTES) ? "as the 16 bytes of a UUID" : "as the bytes of a number")
					+ ", in " + ((spot.kind() == Kind.VALUE) ? "the value" : spot),
					isSpringHeader(spot) ? springHeader() : "have the application write the id as text, or bring a "
							+ "CorrelationStrategy bean that reads it");
			default -> exact(there, appearance);
		};
	}

	private static Finding exact(String there, Appearance appearance) {
		Spot spot = appearance.spot();
		if (isSpringHeader(spot)) {
			return Finding.certain(Cause.ID_IN_SPRING_HEADER, there + "in the header <" + SPRING_HEADER + "> only",
					springHeader());
		}
		if (spot.kind() == Kind.VALUE) {
			return Finding.certain(Cause.NOT_JSON, there + "in " + spot,
					"have the application answer in JSON, or pass on the id in the header <correlation_id>");
		}
		return Finding.certain(Cause.ID_IN_OTHER_PLACE, there + "in " + spot + ", where it is not looked for",
				switch (spot.kind()) {
					case HEADER -> "kafka.test.correlation.header=" + spot.name();
					case KEY -> "kafka.test.correlation.key=true";
					default -> "kafka.test.correlation.field=" + spot.name();
				});
	}

	private static boolean isSpringHeader(Spot spot) {
		return spot.kind() == Kind.HEADER && spot.name().equals(SPRING_HEADER);
	}

	private static String springHeader() {
		return "kafka.test.correlation.spring-header=true";
	}

}
