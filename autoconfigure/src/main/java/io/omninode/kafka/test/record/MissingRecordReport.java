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

package io.omninode.kafka.test.record;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.omninode.kafka.test.connectivity.ClusterText;
import io.omninode.kafka.test.connectivity.Reachability;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.waiting.Durations;

/**
 * The text of a failed wait: what was expected, where and for how long, then the
 * evidence.
 *
 * @param topics where the records were expected
 * @param seen what came there since the test method began
 * @param cluster what became of the cluster
 * @param notes what else there is to say about the topics
 * @param earlier the last records that would have counted, but came before
 */
record MissingRecordReport(List<String> topics, List<ReceivedRecord> seen, ClusterText cluster, TopicNotes notes,
		List<ReceivedRecord> earlier) {

	private static final int MAX_LINES = 10;

	String missing(int found, int count, Duration timeout) {
		String expected = (count == 1) ? "No record" : found + " of " + count + " records";
		return expected + " on " + names() + " within " + Durations.text(timeout) + ".";
	}

	String unknown(Duration timeout) {
		Reachability trouble = this.cluster.trouble();
		if (trouble != null) {
			return Diagnosis
				.of("Whether a record came on " + names() + " is not known.", List.of(Diagnosis.gone(trouble)),
						evidence())
				.toString();
		}
		return "Whether a record came is not known: " + Excerpt.of(this.topics)
				+ " could not be read to the end within " + Durations.text(timeout);
	}

	private String names() {
		return this.topics.stream().map(Excerpt::of).collect(Collectors.joining(">, <", "<", ">"));
	}

	static String unexpected(ReceivedRecord record) {
		return "A record came on <" + record.topic() + "> although none was expected: " + describe(record);
	}

	List<String> evidence() {
		List<String> lines = new ArrayList<>();
		lines.add(count());
		this.seen.stream().limit(MAX_LINES).map(MissingRecordReport::describe).forEach(lines::add);
		if (this.seen.size() > MAX_LINES) {
			lines.add("… and " + (this.seen.size() - MAX_LINES) + " more");
		}
		if (!this.earlier.isEmpty()) {
			lines.add(before(this.earlier.size(), this.earlier.get(this.earlier.size() - 1)));
		}
		lines.addAll(this.notes.lines(this.seen.isEmpty()));
		return lines;
	}

	private String count() {
		if (this.seen.isEmpty()) {
			return (this.notes.open().hidden().isEmpty()) ? "nothing was published there since the test method began"
					: "nothing that can be read was published there since the test method began";
		}
		return "seen since the test method began: "
				+ ((this.seen.size() == 1) ? "1 record" : this.seen.size() + " records");
	}

	private static String before(int count, ReceivedRecord last) {
		return (count == 1) ? "1 record before it, at " + last + "; consumers.fromBeginning() reads it"
				: count + " records before it, the last at " + last + "; consumers.fromBeginning() reads them";
	}

	private static String describe(ReceivedRecord record) {
		return new RecordText(record).line();
	}

}
