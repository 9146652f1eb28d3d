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
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.EditDistance;

/**
 * The request was consumed, and nothing with its id was published: what came instead may
 * be the reply.
 */
final class SilenceRule implements Rule {

	private static final int MAX_ID = 80;

	@Override
	public List<Finding> judge(Picture picture) {
		if (!picture.appearances().unknown().isEmpty()) {
			return List.of();
		}
		if (picture.request() == null) {
			return (picture.question().id() != null && picture.appearances().found().isEmpty())
					? List.of(Finding.likely(Cause.REQUEST_NOT_SEEN,
							"no record with the id was published since the test began, on any topic",
							"see whether the request is sent, and with which id"))
					: List.of();
		}
		if (picture.steps().isEmpty() || !picture.steps().get(0).isConsumed()) {
			return List.of();
		}
		List<TappedRecord> others = picture.appearances().others();
		int counted = picture.question().expected().counted().size();
		if (counted > 0) {
			return List.of(Finding.certain(Cause.SOME_ANSWERED,
					((counted == 1) ? "1 reply came" : counted + " replies came") + ", and no more",
					"see which service does not answer, or expect fewer replies"));
		}
		if (others.isEmpty()) {
			return List.of(Finding.certain(Cause.CONSUMED_WITHOUT_REPLY,
					"the request was consumed, and nothing with its id was published",
					"see what the listener makes of such a request, and to which topic and cluster it answers"));
		}
		TappedRecord last = others.get(others.size() - 1);
		String id = last.correlationId();
		return List.of((id != null) ? otherId(id, picture) : withoutId(others));
	}

	private static Finding withoutId(List<TappedRecord> others) {
		String count = (others.size() == 1) ? "a record" : others.size() + " records";
		return Finding.likely(Cause.NO_ID, "the reply has no id: " + count + " without one came where it was expected",
				"have the application pass on the id: in the header <correlation_id>, in the field "
						+ "<correlation_id>, or where kafka.test.correlation.* says");
	}

	private static Finding otherId(String id, Picture picture) {
		String own = String.valueOf(picture.question().id());
		List<String> ids = picture.appearances()
			.others()
			.stream()
			.map(TappedRecord::correlationId)
			.map(String::valueOf)
			.distinct()
			.toList();
		return Finding
			.likely(Cause.OTHER_ID,
					"the reply has another id, such as <" + Excerpt.of(id, MAX_ID) + "> instead of <"
							+ Excerpt.of(own, MAX_ID) + ">",
					"have the application pass on the id of the request")
			.with(List.of(EditDistance.list(own, ids, "ids")));
	}

}
