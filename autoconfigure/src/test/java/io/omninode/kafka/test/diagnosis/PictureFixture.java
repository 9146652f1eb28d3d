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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.diagnosis.Appearance.Form;
import io.omninode.kafka.test.diagnosis.Appearance.Spot;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A picture that is made by hand: the request with the id <code>order-42</code> is at
 * <code>orders-0@0</code>, and its reply is expected on <code>replies</code>.
 */
class PictureFixture {

	static final String ID = "order-42";

	private static final long SENT = 1_000;

	private static final long SEEN = 1_000_000_000;

	private final List<Appearance> found = new ArrayList<>();

	private final Map<Origins.Place, Cause> hidden = new HashMap<>();

	private final List<Origins.Place> excluded = new ArrayList<>();

	private Origins.Place last = place("orders", 0);

	static Origins.Place place(String topic, long offset) {
		return new Origins.Place(new TopicPartition(topic, 0), offset);
	}

	PictureFixture recognized(String topic, long arrivedNanos, String value) {
		return found(topic, arrivedNanos, value, Form.RECOGNIZED, Spot.VALUE);
	}

	PictureFixture found(String topic, Form form, Spot spot) {
		return found(topic, SENT + 1, "{}", form, spot);
	}

	private PictureFixture found(String topic, long arrivedNanos, String value, Form form, Spot spot) {
		long offset = this.found.stream().filter((each) -> each.topic().equals(topic)).count();
		ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(topic, 0, offset, System.currentTimeMillis(),
				TimestampType.CREATE_TIME, 1, 1, "k".getBytes(StandardCharsets.UTF_8),
				value.getBytes(StandardCharsets.UTF_8), new RecordHeaders(), Optional.empty());
		String id = (form == Form.RECOGNIZED) ? ID : null;
		this.found.add(new Appearance(new TappedRecord(record, arrivedNanos, true, id), form, spot));
		this.last = place(topic, offset);
		return this;
	}

	PictureFixture hidden(Cause cause) {
		this.hidden.put(this.last, cause);
		return this;
	}

	PictureFixture excluded() {
		this.excluded.add(this.last);
		return this;
	}

	Picture picture() {
		Appearances appearances = new Appearances(TestStart.at(Instant.EPOCH), this.found, this.hidden,
				Appearances.Meanwhile.NOTHING, List.of());
		Question question = new Question(ID,
				new Question.Expected("No reply.", List.of("replies"), List.of(), this.excluded,
						new Question.Evidence(List.of(), List.of())),
				new Question.Request(Set.of("orders"), place("orders", 0), SENT, null));
		return new Picture(question, SEEN,
				new Picture.Published(appearances, List.of(), "the field <id>", Masking.usual()), List.of(),
				Readers.none());
	}

}
