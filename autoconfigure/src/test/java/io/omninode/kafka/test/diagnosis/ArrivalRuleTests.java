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

import java.util.List;

import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link ArrivalRule}, {@link HiddenRequestRule} and {@link OtherTopicRule}.
 */
class ArrivalRuleTests {

	private final PictureFixture fixture = new PictureFixture();

	@Test
	void whatComesAfterTheWaitIsLate() {
		assertThat(arrived(this.fixture.recognized("replies", 2_500_000_000L, "{}"))).singleElement()
			.satisfies((finding) -> {
				assertThat(finding.cause()).isEqualTo(Cause.LATE);
				assertThat(finding.text())
					.isEqualTo("it came at replies-0@0, less than 1s500ms after the wait had ended");
			});
	}

	@Test
	void whatCameBeforeTheRequestWasAnsweredBefore() {
		assertThat(arrived(this.fixture.recognized("replies", 999, "{}"))).extracting(Finding::cause)
			.containsExactly(Cause.ANSWERED_BEFORE);
	}

	@Test
	void whatTheConditionExcludesIsShownWithItsKeyAndWithoutItsSecrets() {
		assertThat(arrived(this.fixture.recognized("replies", 2_000, "{\"token\":\"s3cr3t\"}").excluded()))
			.singleElement()
			.satisfies((finding) -> {
				assertThat(finding.cause()).isEqualTo(Cause.EXCLUDED);
				assertThat(finding.evidence()).containsExactly("replies-0@0: key <k>, value <{\"token\":\"***\"}>");
			});
	}

	@Test
	void whatATransactionHidesIsSaidToBeHidden() {
		assertThat(arrived(new PictureFixture().recognized("replies", 2_000, "{}").hidden(Cause.OPEN_TRANSACTION)))
			.extracting(Finding::cause)
			.containsExactly(Cause.OPEN_TRANSACTION);
		assertThat(arrived(new PictureFixture().recognized("replies", 2_000, "{}").hidden(Cause.ABORTED_TRANSACTION)))
			.extracting(Finding::cause)
			.containsExactly(Cause.ABORTED_TRANSACTION);
	}

	@Test
	void theFormOfTheIdIsTheCause() {
		assertThat(cause(Form.EXACT, Spot.KEY)).isEqualTo(Cause.ID_IN_OTHER_PLACE);
		assertThat(cause(Form.EXACT, Spot.header("X-Id"))).isEqualTo(Cause.ID_IN_OTHER_PLACE);
		assertThat(cause(Form.EXACT, Spot.header("kafka_correlationId"))).isEqualTo(Cause.ID_IN_SPRING_HEADER);
		assertThat(cause(Form.BYTES, Spot.header("kafka_correlationId"))).isEqualTo(Cause.ID_IN_SPRING_HEADER);
		assertThat(cause(Form.EXACT, Spot.VALUE)).isEqualTo(Cause.NOT_JSON);
		assertThat(cause(Form.OTHER_CASE, Spot.field("/id"))).isEqualTo(Cause.ID_IN_OTHER_CASE);
		assertThat(cause(Form.QUOTED, Spot.field("/id"))).isEqualTo(Cause.ID_QUOTED);
		assertThat(cause(Form.PART, Spot.JSON_IN_STRING)).isEqualTo(Cause.ID_QUOTED);
		assertThat(cause(Form.NUMBER, Spot.field("/id"))).isEqualTo(Cause.ID_OF_OTHER_TYPE);
		assertThat(cause(Form.BYTES, Spot.KEY)).isEqualTo(Cause.ID_OF_OTHER_TYPE);
	}

	@Test
	void theRequestItselfAndOtherTopicsAreNotWhatWasExpected() {
		this.fixture.recognized("orders", 2_000, "{}").recognized("audit", 2_000, "{}");
		assertThat(arrived(this.fixture)).isEmpty();
	}

	@Test
	void aRequestThatATransactionHidesIsTold() {
		assertThat(new HiddenRequestRule().judge(this.fixture.recognized("orders", 2_000, "{}").picture())).isEmpty();
		assertThat(new HiddenRequestRule().judge(this.fixture.hidden(Cause.OPEN_TRANSACTION).picture()))
			.extracting(Finding::cause, Finding::text)
			.containsExactly(tuple(Cause.OPEN_TRANSACTION,
					"the request is at orders-0@0, where a transaction is open, which hides it"));
	}

	@Test
	void anIdOnAnotherTopicIsAGuess() {
		this.fixture.recognized("orders", 2_000, "{}").recognized("replys", 2_000, "{}");
		assertThat(new OtherTopicRule().judge(this.fixture.picture())).singleElement().satisfies((finding) -> {
			assertThat(finding.cause()).isEqualTo(Cause.OTHER_TOPIC);
			assertThat(finding.isCertain()).isFalse();
			assertThat(finding.remedy()).isEqualTo("if this is the reply, have the application answer on <replies>, "
					+ "or the test await it on <replys>");
		});
	}

	private static List<Finding> arrived(PictureFixture fixture) {
		return new ArrivalRule().judge(fixture.picture());
	}

	private static Cause cause(Form form, Spot spot) {
		return arrived(new PictureFixture().found("replies", form, spot)).get(0).cause();
	}

}
