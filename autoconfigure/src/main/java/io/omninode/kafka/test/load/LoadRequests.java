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

package io.omninode.kafka.test.load;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.report.LostRequest;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.tap.TappedRecord;

/**
 * The requests of a load. They are prepared on the sending thread, and can be found by
 * the ids of their replies on any thread.
 */
final class LoadRequests {

	private final RequestIds ids;

	private final Routes routes;

	private final List<RequestFactory> factories;

	private final Set<String> replyTopics;

	LoadRequests(List<Route> routes, RecordWriter writer, CorrelationStrategy correlation, RequestIds ids) {
		this.ids = ids;
		this.routes = new Routes(routes);
		this.factories = routes.stream().map((route) -> new RequestFactory(route, writer, correlation, ids)).toList();
		this.replyTopics = routes.stream().flatMap((route) -> route.topics().answers()).collect(Collectors.toSet());
	}

	/**
	 * Return the next request. For use by the sending thread only.
	 */
	RequestFactory.Prepared prepare(int number) {
		return this.factories.get(this.routes.next()).prepare(number);
	}

	/**
	 * Return the number of the request that a record replies to, or
	 * {@link RequestIds#NONE}.
	 */
	int repliedTo(TappedRecord tapped) {
		if (!this.replyTopics.contains(tapped.record().topic())) {
			return RequestIds.NONE;
		}
		String id = tapped.correlationId();
		return (id != null) ? this.ids.number(id) : RequestIds.NONE;
	}

	LostRequest lost(Request request) {
		return request.lost(this.ids);
	}

}
