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

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StrayReplyRuleTests {

	private static final String ID = "order-2026-11-29-0000001";

	private static final String OTHER = ID + "-created";

	@Test
	void theOnlyReplyThatHasItsIdChangedIsSure() {
		assertThat(judge(new Appearances.Meanwhile(List.of(record(OTHER, 0)), true), List.of())).singleElement()
			.returns(Cause.OTHER_ID, Finding::cause)
			.returns(true, Finding::isCertain);
	}

	@Test
	void oneOfSeveralRecordsOrRequestsIsAGuess() {
		List<TappedRecord> two = List.of(record(OTHER, 0), record("another", 0));
		assertThat(judge(new Appearances.Meanwhile(two, true), List.of())).noneMatch(Finding::isCertain);
		List<TappedRecord> one = List.of(record(OTHER, 0));
		assertThat(judge(new Appearances.Meanwhile(one, false), List.of())).noneMatch(Finding::isCertain);
		assertThat(judge(new Appearances.Meanwhile(one, true), List.of("a topic"))).noneMatch(Finding::isCertain);
	}

	@Test
	void whatWasPublishedBeforeTheRequestIsNotMeanwhileThoughItArrivesLater() {
		long request = System.nanoTime();
		assertThat(Appearances.Meanwhile.isAfter(record(OTHER, 1_500), request)).isFalse();
		assertThat(Appearances.Meanwhile.isAfter(record(OTHER, 0), request)).isTrue();
		assertThat(Appearances.Meanwhile.isAfter(record(OTHER, 0), System.nanoTime() + TimeUnit.MINUTES.toNanos(1)))
			.isFalse();
	}

	private static List<Finding> judge(Appearances.Meanwhile others, List<String> unknown) {
		Appearances appearances = new Appearances(TestStart.at(Instant.now()), List.of(), Map.of(), others, unknown);
		Question question = new Question(ID,
				new Question.Expected("No reply", List.of("replies"), List.of(), List.of(),
						new Question.Evidence(List.of(), List.of())),
				new Question.Request(Set.of(), null, System.nanoTime(), null));
		return new StrayReplyRule().judge(new Picture(question, System.nanoTime(),
				new Picture.Published(appearances, List.of(), "the key", Masking.usual()), List.of(), Readers.none()));
	}

	private static TappedRecord record(String id, long millisAgo) {
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("replies", 0, 0,
				System.currentTimeMillis() - millisAgo, TimestampType.CREATE_TIME, 0, 0, null, new byte[0],
				new RecordHeaders(), Optional.empty());
		return new TappedRecord(record, System.nanoTime(), false, id);
	}

}
