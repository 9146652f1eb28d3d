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

/**
 * The state of a request.
 */
enum RequestState {

	/**
	 * It was never sent.
	 */
	NONE,

	/**
	 * It waits for its reply.
	 */
	OPEN,

	/**
	 * Its reply came in time.
	 */
	REPLIED,

	/**
	 * Its reply did not arrive in time.
	 */
	TIMED_OUT,

	/**
	 * Its reply arrived after it had timed out.
	 */
	LATE,

	/**
	 * It could not be sent.
	 */
	FAILED;

	private static final List<RequestState> ALL = List.of(values());

	static RequestState of(byte code) {
		return ALL.get(code);
	}

	byte code() {
		return (byte) ordinal();
	}

}
