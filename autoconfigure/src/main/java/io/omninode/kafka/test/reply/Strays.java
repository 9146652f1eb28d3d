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
import java.util.Set;
import java.util.function.Predicate;

import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapException;
import io.omninode.kafka.test.tap.TappedRecord;
import org.jspecify.annotations.Nullable;

/**
 * The records with the id of a request that something else sends, on topics that are not
 * known as request, reply or error topics. A record there may be the reply, or the
 * request, or neither.
 *
 * @param tap finds them
 * @param scope knows where the test began
 * @param requestTopics the request topics of all exchanges
 */
record Strays(Tap tap, TestScope scope, Set<String> requestTopics) {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	/**
	 * Look at all topics of the cluster.
	 * @param request what is known of the request
	 */
	Found of(ReplySlot request) {
		if (request.isOwnRequest()) {
			return Found.nothing();
		}
		TestStart since = this.scope.beginning();
		Predicate<TappedRecord> stray = (tapped) -> isStray(tapped, request, since);
		List<TappedRecord> found = new ArrayList<>(
				this.tap.seen(request.correlationId()).stream().filter(stray).toList());
		try {
			found.addAll(request.watch()
				.call("The other topics cannot be read", Patience.atTheEnd(TIMEOUT.plusSeconds(1)),
						() -> this.tap.elsewhere(since, stray, TIMEOUT)));
			return new Found(places(found), null);
		}
		catch (TapException | NoAnswerException ex) {
			return new Found(places(found), ex.getMessage());
		}
	}

	private boolean isStray(TappedRecord tapped, ReplySlot request, TestStart since) {
		String topic = tapped.record().topic();
		return request.correlationId().equals(tapped.correlationId()) && tapped.isSince(since)
				&& !request.topics().all().contains(topic) && !this.requestTopics.contains(topic);
	}

	private static List<Origins.Place> places(List<TappedRecord> records) {
		return records.stream().map((tapped) -> Origins.Place.of(tapped.record())).toList();
	}

	/**
	 * What was found.
	 *
	 * @param places where the records are
	 * @param unknown why topics could not be read, if they could not
	 */
	record Found(List<Origins.Place> places, @Nullable String unknown) {

		private static final int MAX_PLACES = 10;

		static Found nothing() {
			return new Found(List.of(), null);
		}

		boolean isNone() {
			return this.places.isEmpty() && this.unknown == null;
		}

		/**
		 * Return what it means for somebody who has not found a reply.
		 */
		String cause() {
			return this.places.isEmpty() ? "nobody knows of the other topics: " + this.unknown
					: "the id is on a topic that is not looked at for replies, at " + text();
		}

		private String text() {
			List<String> shown = this.places.stream().limit(MAX_PLACES).map(Origins.Place::toString).toList();
			return String.join(", ", shown) + ((this.places.size() > MAX_PLACES)
					? " … and " + (this.places.size() - MAX_PLACES) + " more" : "");
		}

		String remedy() {
			return this.places.isEmpty() ? "see the cause, or name the topics with between(requestTopic, replyTopic)"
					: "declare kafka.test.topics.<name>-request and <name>-response, or call between(requestTopic, "
							+ "replyTopic) first: the topics do not show whether this is the request or its reply";
		}

	}

}
