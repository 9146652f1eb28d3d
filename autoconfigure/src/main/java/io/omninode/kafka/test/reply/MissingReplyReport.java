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

package io.omninode.kafka.test.reply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.omninode.kafka.test.connectivity.ClusterText;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.record.RecordFate;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The text of a failed wait: what was expected, where and for how long, then the cause
 * where it is known, the evidence and the remedy.
 *
 * @param request what is known of the request
 * @param tap knows what came meanwhile
 */
record MissingReplyReport(ReplySlot request, Tap tap) {

	private static final String INDENT = "\n          ";

	private static final int MAX_IDS = 10;

	private static final int MAX_ID = 80;

	private static final int MAX_TOPICS = 8;

	String missing(String expected, Duration timeout) {
		return missing(expected, timeout, Strays.Found.nothing());
	}

	String missing(String expected, Duration timeout, Strays.Found strays) {
		String missing = expected + " within " + Durations.text(timeout) + ".\n\n";
		ClusterText cluster = cluster();
		return missing + ((cluster.trouble() != null) ? cluster.around(evidence()) : explained(strays));
	}

	/**
	 * Say that a reply may have come where none is expected.
	 */
	String doubtful(Strays.Found strays) {
		return "Whether a reply to <" + Excerpt.of(this.request.correlationId()) + "> came is not known.\n\n"
				+ explained(List.of(strays.cause()), evidence(), strays.remedy());
	}

	private String explained(Strays.Found strays) {
		RecordMetadata sent = this.request.metadata();
		RecordFate fate = (sent != null)
				? RecordFate.of(sent, this.request.startNanos(), this.tap, this.request.settings()) : null;
		String evidence = evidence((fate != null) ? fate.evidence() : List.of());
		if (!strays.isNone()) {
			return explained(List.of(strays.cause()), evidence, strays.remedy());
		}
		return (fate == null || fate.causes().isEmpty()) ? evidence : explained(fate.causes(), evidence, fate.remedy());
	}

	private static String explained(List<String> causes, String evidence, String remedy) {
		return "Cause:    " + String.join(INDENT, causes) + "\n" + evidence + "Remedy:   " + remedy + "\n";
	}

	String failed(String expected, Throwable failure) {
		return expected + ": " + failure.getMessage() + "\n\n" + cluster().around(evidence());
	}

	/**
	 * Say that it is not known whether a reply came.
	 */
	String unknown(Duration timeout) {
		ClusterText cluster = cluster();
		String unknown = "Whether a reply to <" + Excerpt.of(this.request.correlationId()) + "> came is not known";
		if (cluster.trouble() != null || !this.request.isClockRunning()) {
			return unknown + ".\n\n" + cluster.around(evidence());
		}
		return unknown + ": " + ReplyGoal.text(this.request.topics().replies())
				+ " could not be read to the end within " + timeout.toSeconds() + "s";
	}

	private ClusterText cluster() {
		return new ClusterText(this.request.watch().trouble());
	}

	String failed(String expected, Reply error) {
		return expected + ": an error event came instead.\n\n" + cause(error) + evidence()
				+ "Remedy:   see what the error event tells; a test that expects it calls awaitError()\n";
	}

	String answered(String expected, Reply reply) {
		return expected + ": a reply came instead.\n\n" + cause(reply) + evidence();
	}

	String unexpected(Reply reply) {
		return "A reply to <" + Excerpt.of(this.request.correlationId()) + "> came on <" + reply.topic()
				+ "> although none was expected: " + reply + " after " + Durations.text(reply.latency()) + ".";
	}

	private static String cause(Reply reply) {
		return "Cause:    " + reply + " after " + Durations.text(reply.latency()) + ", " + ReplyText.keyOf(reply) + ", "
				+ ReplyText.valueOf(reply) + "\n";
	}

	private String evidence() {
		return evidence(List.of());
	}

	private String evidence(List<String> ofRequest) {
		List<String> lines = new ArrayList<>();
		lines.add(sent());
		lines.addAll(ofRequest);
		List<String> topics = this.request.topics().all();
		topics.stream().limit(MAX_TOPICS).map(this::meanwhile).forEach(lines::add);
		if (topics.size() > MAX_TOPICS) {
			lines.add("… and " + (topics.size() - MAX_TOPICS) + " more topics");
		}
		return lines.stream().collect(Collectors.joining(INDENT, "Evidence: ", "\n"));
	}

	private String sent() {
		RecordMetadata sent = this.request.metadata();
		if (sent != null) {
			return "request at " + sent.topic() + "-" + sent.partition() + "@" + sent.offset() + ", acknowledged "
					+ Durations.text(this.request.sinceAcknowledged()) + " ago";
		}
		return this.request.isOwnRequest() ? "the request was not acknowledged"
				: "the request was left to something else to send";
	}

	private String meanwhile(String topic) {
		List<TappedRecord> records = this.tap.seen((tapped) -> isMeanwhile(tapped, topic));
		if (records.isEmpty()) {
			return "seen on " + topic + " meanwhile: nothing";
		}
		return "seen on " + topic + " meanwhile: " + ((records.size() == 1) ? "1 record" : records.size() + " records")
				+ ", ids " + ids(records);
	}

	private boolean isMeanwhile(TappedRecord tapped, String topic) {
		return tapped.record().topic().equals(topic) && tapped.arrivedNanos() - this.request.startNanos() >= 0;
	}

	private String ids(List<TappedRecord> records) {
		String ids = records.stream()
			.limit(MAX_IDS)
			.map(TappedRecord::correlationId)
			.map((id) -> (id != null) ? "<" + Excerpt.of(id, MAX_ID) + ">" : "none")
			.collect(Collectors.joining(", "));
		return (records.size() > MAX_IDS) ? ids + " … and " + (records.size() - MAX_IDS) + " more" : ids;
	}

}
