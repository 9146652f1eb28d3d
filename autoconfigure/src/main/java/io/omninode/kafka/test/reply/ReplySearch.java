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

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks through the replies to a request as they come, at each of them once. For one
 * thread.
 */
final class ReplySearch {

	private final ReplySlot request;

	private final Predicate<? super Reply> condition;

	private final List<Reply> found = new ArrayList<>();

	private int seen;

	ReplySearch(ReplySlot request, Predicate<? super Reply> condition) {
		this.request = request;
		this.condition = condition;
	}

	/**
	 * Look at what has come, and return all replies that satisfy the condition.
	 */
	List<Reply> found() {
		List<Reply> fresh = this.request.replies(this.seen);
		this.seen += fresh.size();
		fresh.stream().filter(this.condition).forEach(this.found::add);
		return this.found;
	}

}
