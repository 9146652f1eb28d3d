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

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.topic.EditDistance;

/**
 * The id is on a topic on which it is not expected.
 */
final class OtherTopicRule implements Rule {

	private static final int MAX_PLACES = 10;

	@Override
	public List<Finding> judge(Picture picture) {
		List<Appearance> elsewhere = picture.appearances()
			.found()
			.stream()
			.filter((appearance) -> !picture.isExpected(appearance) && !picture.isRequest(appearance))
			.filter((appearance) -> !picture.isRead(appearance) && !Picture.isCopy(appearance)
					&& appearance.tapped().isSince(picture.appearances().since()))
			.toList();
		String id = picture.question().id();
		if (elsewhere.isEmpty() || id == null) {
			return List.of();
		}
		List<String> places = elsewhere.stream()
			.limit(MAX_PLACES)
			.map((appearance) -> appearance.place().toString())
			.toList();
		String more = (elsewhere.size() > MAX_PLACES) ? " … and " + (elsewhere.size() - MAX_PLACES) + " more" : "";
		String text = "the id is on a topic that is not looked at for replies, at " + String.join(", ", places) + more;
		return List.of((picture.request() == null && elsewhere.stream().allMatch((each) -> each.isSure(id)))
				? Finding.certain(Cause.OTHER_TOPIC, text,
						"declare kafka.test.topics.<name>-request and <name>-response, or call between(requestTopic, "
								+ "replyTopic) first: the topics do not show whether this is the request or its reply")
				: Finding.likely(Cause.OTHER_TOPIC, text, remedy(elsewhere, picture)));
	}

	private static String remedy(List<Appearance> elsewhere, Picture picture) {
		List<String> expected = picture.question().expected().topics();
		String topic = elsewhere.stream()
			.map(Appearance::topic)
			.min(EditDistance.from(expected.isEmpty() ? "" : expected.get(0)))
			.orElse("");
		return "if this is the reply, have the application answer on <" + Excerpt.of(String.join(">, <", expected))
				+ ">, or the test await it on <" + Excerpt.of(topic) + ">";
	}

}
