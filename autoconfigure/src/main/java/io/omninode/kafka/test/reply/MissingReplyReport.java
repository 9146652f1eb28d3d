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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.diagnosis.Finding;
import io.omninode.kafka.test.diagnosis.Investigation;
import io.omninode.kafka.test.diagnosis.Question;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Why a wait for replies failed.
 *
 * @param request what is known of the request
 * @param tap has seen the reply topics
 * @param requestTopics the request topics of all exchanges
 */
record MissingReplyReport(ReplySlot request, Tap tap, Set<String> requestTopics) {

	private static final int MAX_IDS = 10;

	private static final int MAX_ID = 80;

	private static final int MAX_SILENT = 3;

	/**
	 * Find out why replies are missing.
	 * @param expected which, and where
	 * @param timeout how long was waited, {@code null} if the wait ended early
	 * @param topics the names of the topics on which they were expected
	 * @param counted those that came and count
	 */
	Diagnosis missing(String expected, @Nullable Duration timeout, List<String> topics, Collection<Reply> counted) {
		String limit = (timeout != null) ? " within " + Durations.text(timeout) + "."
				: ", and no listener of this context can answer any more.";
		return investigate(expected + limit, topics, counted, null);
	}

	/**
	 * Say why nothing can come any more.
	 */
	Diagnosis failed(String expected, Throwable failure) {
		if (failure instanceof EndedWaitException ended) {
			return Diagnosis.of(expected + ".",
					List.of(new Finding(ended.reason(), true, String.valueOf(ended.getMessage()), List.of(),
							"await the reply in the test method that sends the request")),
					evidence());
		}
		return investigate(expected + ".", this.request.topics().replies(), List.of(), failure);
	}

	private Diagnosis investigate(String expected, List<String> topics, Collection<Reply> counted,
			@Nullable Throwable failure) {
		List<Origins.Place> places = places(counted);
		List<Origins.Place> excluded = new ArrayList<>(places(this.request.replies(0)));
		excluded.removeAll(places);
		Question.Expected question = new Question.Expected(expected, topics, places, excluded,
				new Question.Evidence(List.of(sent()), meanwhileAndNames()));
		return new Investigation(this.request.settings().sources(this.tap))
			.of(new Question(this.request.correlationId(), question, sent(failure)));
	}

	private Question.Request sent(@Nullable Throwable failure) {
		RecordMetadata sent = this.request.metadata();
		if (sent == null) {
			return new Question.Request(this.request.isOwnRequest() ? Set.of() : this.requestTopics, null,
					this.request.startNanos(), failure);
		}
		Origins.Place place = new Origins.Place(new TopicPartition(sent.topic(), sent.partition()), sent.offset());
		return new Question.Request(Set.of(sent.topic()), place, this.request.startNanos(), failure);
	}

	private static List<Origins.Place> places(Collection<Reply> replies) {
		return replies.stream().map((reply) -> Origins.Place.of(reply.record())).toList();
	}

	/**
	 * Say that a reply may have come where none is expected.
	 */
	String doubtful(Strays.Found strays) {
		return Diagnosis.of("Whether a reply to <" + Excerpt.of(this.request.correlationId()) + "> came is not known.",
				List.of(new Finding(Cause.OTHER_TOPIC, true, strays.cause(), List.of(), strays.remedy())), evidence())
			.toString();
	}

	/**
	 * Say that it is not known whether a reply came.
	 */
	String unknown(Duration timeout) {
		String unknown = "Whether a reply to <" + Excerpt.of(this.request.correlationId()) + "> came is not known";
		if (this.request.watch().trouble() != null || !this.request.isClockRunning()) {
			return investigate(unknown + ".", this.request.topics().replies(), List.of(), null).toString();
		}
		return unknown + ": " + ReplyGoal.text(this.request.topics().replies())
				+ " could not be read to the end within " + Durations.text(timeout);
	}

	Diagnosis failed(String expected, Reply error) {
		return instead(expected + ": an error event came instead.", Cause.ERROR_EVENT, error,
				"read the error event; a test that expects it calls awaitError()");
	}

	Diagnosis answered(String expected, Reply reply) {
		return instead(expected + ": a reply came instead.", Cause.REPLY_INSTEAD, reply, "");
	}

	private Diagnosis instead(String expected, Cause cause, Reply reply, String remedy) {
		String text = reply + " after " + Durations.text(reply.latency()) + ", " + ReplyText.keyOf(reply) + ", "
				+ ReplyText.valueOf(reply);
		return Diagnosis.of(expected, List.of(new Finding(cause, true, text, List.of(), remedy)), evidence());
	}

	String unexpected(Reply reply) {
		return "A reply to <" + Excerpt.of(this.request.correlationId()) + "> came on <" + reply.topic()
				+ "> although none was expected: " + reply + " after " + Durations.text(reply.latency()) + ".";
	}

	private List<String> evidence() {
		List<String> lines = new ArrayList<>();
		lines.add(sent());
		lines.addAll(meanwhile());
		return lines;
	}

	private List<String> meanwhileAndNames() {
		List<String> lines = new ArrayList<>(meanwhile());
		lines.addAll(this.tap.mistaken(this.request.topics().all()));
		return lines;
	}

	private List<String> meanwhile() {
		Map<String, List<TappedRecord>> seen = new LinkedHashMap<>();
		this.request.topics()
			.all()
			.forEach((topic) -> seen.put(topic, this.tap.seen((tapped) -> isMeanwhile(tapped, topic))));
		List<String> silent = seen.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().isEmpty())
			.map(Map.Entry::getKey)
			.toList();
		boolean isShort = silent.size() <= MAX_SILENT;
		List<String> lines = new ArrayList<>();
		seen.forEach((topic, records) -> {
			if (isShort || !records.isEmpty()) {
				lines.add("seen on " + topic + " meanwhile: " + text(records));
			}
		});
		if (!isShort) {
			lines.add("seen on " + silent.size() + " topics meanwhile: nothing, such as <" + Excerpt.of(silent.get(0))
					+ ">");
		}
		return lines;
	}

	private String text(List<TappedRecord> records) {
		return records.isEmpty() ? "nothing"
				: ((records.size() == 1) ? "1 record" : records.size() + " records") + ", ids " + ids(records);
	}

	private String sent() {
		RecordMetadata sent = this.request.metadata();
		if (sent != null) {
			return "request at " + sent.topic() + "-" + sent.partition() + "@" + sent.offset() + ", acknowledged "
					+ Durations.text(this.request.sinceAcknowledged()) + " ago";
		}
		return this.request.isOwnRequest() ? "the request was not acknowledged" : "something else sends the request";
	}

	private boolean isMeanwhile(TappedRecord tapped, String topic) {
		return tapped.record().topic().equals(topic) && tapped.arrivedNanos() - this.request.startNanos() >= 0;
	}

	private String ids(List<TappedRecord> records) {
		String ids = records.stream()
			.limit(MAX_IDS)
			.map(TappedRecord::correlationId)
			.map((id) -> (id != null) ? Excerpt.ofId(id, MAX_ID) : "none")
			.collect(Collectors.joining(", "));
		return (records.size() > MAX_IDS) ? ids + " … and " + (records.size() - MAX_IDS) + " more" : ids;
	}

}
