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

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Checks whether the replies to requests with the same key keep their order. It keeps
 * only keys with an open request, because only such a request can be overtaken.
 */
final class KeyOrder {

	private final Map<Key, Open> keys = new ConcurrentHashMap<>();

	void add(Request request) {
		Key key = Key.of(request);
		if (key != null) {
			this.keys.compute(key, (same, open) -> (open != null) ? open.oneMore() : new Open(1, -1));
		}
	}

	/**
	 * Note that a request got its reply, and return whether a later one got its reply
	 * before.
	 */
	boolean replied(Request request) {
		Key key = Key.of(request);
		Open open = (key != null) ? this.keys.get(key) : null;
		remove(key, request.number());
		return open != null && open.highest() > request.number();
	}

	/**
	 * Note that a request did not get a reply in time.
	 */
	void gaveUp(Request request) {
		remove(Key.of(request), -1);
	}

	private void remove(@Nullable Key key, int replied) {
		if (key != null) {
			this.keys.computeIfPresent(key, (same, open) -> open.oneLess(replied));
		}
	}

	int size() {
		return this.keys.size();
	}

	/**
	 * A key on a topic. Each topic has an order of its own.
	 *
	 * @param topic the topic of the requests
	 * @param text the key
	 */
	private record Key(String topic, String text) {

		static @Nullable Key of(Request request) {
			String text = request.key();
			return (text != null) ? new Key(request.route().topics().request(), text) : null;
		}

	}

	/**
	 * The state of a key.
	 *
	 * @param count number of open requests
	 * @param highest number of the latest request that got its reply
	 */
	private record Open(int count, int highest) {

		Open oneMore() {
			return new Open(this.count + 1, this.highest);
		}

		@Nullable Open oneLess(int replied) {
			return (this.count > 1) ? new Open(this.count - 1, Math.max(this.highest, replied)) : null;
		}

	}

}
