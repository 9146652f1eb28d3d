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
import io.omninode.kafka.test.listener.Origins;

/**
 * The request is not where it was written: its topic is not there any more, or is another
 * one of the same name.
 */
final class TopicRule implements Rule {

	@Override
	public List<Finding> judge(Picture picture) {
		Origins.Place request = picture.request();
		Long end = picture.readers().end();
		return (request != null && end != null) ? judge(request, end) : List.of();
	}

	/**
	 * Clients take a moment until they have found a broker again that was restarted. What
	 * else is found explains more.
	 */
	static List<Finding> restarted(Picture picture) {
		return picture.appearances()
			.found()
			.stream()
			.filter((appearance) -> appearance.place().equals(picture.request())
					&& picture.readers().isElectedSince(appearance.tapped().record()))
			.limit(1)
			.map((appearance) -> Finding.likely(Cause.BROKER_RESTARTED,
					"the leader of " + appearance.place().partition()
							+ " was elected anew after the request was sent: its broker was restarted, or another one "
							+ "has taken over",
					"see what stops the broker while a test waits; or wait until clients have found it again"))
			.toList();
	}

	static List<Finding> judge(Origins.Place request, long end) {
		if (end > request.offset()) {
			return List.of();
		}
		String topic = Excerpt.of(request.partition().topic());
		return List.of((end < 0)
				? Finding.certain(Cause.TOPIC_DELETED,
						"topic <" + topic + "> is not there any more: it was deleted after the request was sent",
						"see what deletes the topic while a test waits")
				: Finding
					.certain(Cause.TOPIC_RECREATED,
							"topic <" + topic + "> was deleted after the request was sent, and is there anew",
							"see what deletes the topic while a test waits")
					.with(List
						.of(request.partition() + " ends at " + end + ", before the request at @" + request.offset())));
	}

}
