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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.application.Publications;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The application could not publish a record that may be the one that is missing.
 *
 * @param ofExpected whether to look at records with the id for the expected topics, which
 * explain what is missing, or at all others
 */
record PublishRule(boolean ofExpected) implements Rule {

	@Override
	public List<Finding> judge(Picture picture) {
		Map<String, List<Publications.Failed>> alike = new LinkedHashMap<>();
		for (Publications.Failed failed : picture.published().failed()) {
			boolean hasId = hasId(failed, picture);
			boolean isExpected = picture.question().expected().topics().contains(failed.record().topic());
			boolean isCopy = !Origins.of(failed.record()).isEmpty();
			if ((hasId || isExpected) && this.ofExpected == (hasId && isExpected && !isCopy)) {
				alike.computeIfAbsent(hasId + failed.record().topic() + failed.failure(), (key) -> new ArrayList<>())
					.add(failed);
			}
		}
		return alike.values().stream().map((each) -> finding(each, picture)).toList();
	}

	private static boolean hasId(Publications.Failed failed, Picture picture) {
		String id = picture.question().id();
		if (id == null) {
			return false;
		}
		Appearance found = new IdSearch(id).find(new TappedRecord(failed.record(), 0, true, null));
		return found != null && found.isSure(id);
	}

	private Finding finding(List<Publications.Failed> alike, Picture picture) {
		Publications.Failed last = alike.get(alike.size() - 1);
		String topic = Excerpt.of(last.record().topic());
		String what = hasId(last, picture) ? "a record with the id" : "a record";
		String text = "the application tried to publish " + what + " to <" + topic + ">, and it "
				+ ((alike.size() == 1) ? "was refused" : "was refused " + alike.size() + " times") + ": <"
				+ Excerpt.of(last.failure().toString()) + ">";
		if (last.failure() instanceof TransactionAbortedException) {
			text = "the application tried to publish " + what + " to <" + topic
					+ ">, in a transaction that was aborted before it was sent";
		}
		Cause cause = (last.failure() instanceof TransactionAbortedException) ? Cause.ABORTED_TRANSACTION
				: Cause.PUBLISH_FAILED;
		return new Finding(cause, this.ofExpected, text, List.of("producer <" + Excerpt.of(last.clientId()) + ">"),
				remedy(last.failure(), topic));
	}

	private static String remedy(Throwable failure, String topic) {
		if (failure instanceof RecordTooLargeException) {
			return String.valueOf(failure.getMessage()).contains("max.request.size")
					? "spring.kafka.producer.properties.max.request.size=<bytes>, or publish less"
					: "raise max.message.bytes of <" + topic + ">, or publish less";
		}
		if (failure instanceof AuthorizationException) {
			return "give the user of the application the right to write to <" + topic + ">";
		}
		if (failure instanceof UnknownTopicOrPartitionException || failure instanceof InvalidTopicException) {
			return "correct the name of the topic in the application, or create the topic";
		}
		if (failure instanceof SerializationException || failure instanceof ClassCastException) {
			return "see the serializers of the application's producer (spring.kafka.producer.value-serializer)";
		}
		if (failure instanceof TransactionAbortedException) {
			return "see the log of the application for the exception that rolled the transaction back";
		}
		return (failure instanceof TimeoutException)
				? "see whether the topic exists and has a leader, and whether the producer reaches this cluster"
				: "see the exception, and what the application does when a send fails";
	}

}
