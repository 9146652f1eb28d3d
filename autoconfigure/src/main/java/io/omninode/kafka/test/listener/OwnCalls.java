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

package io.omninode.kafka.test.listener;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The calls of what watches listeners, in the stack traces of the application's
 * exceptions. They are taken out: a stack trace, which may go to a dead-letter topic, is
 * as without this library.
 */
final class OwnCalls {

	private static final String PREFIX = OwnCalls.class.getPackageName() + ".Watching";

	private OwnCalls() {
	}

	/**
	 * Take our calls out of an exception, its causes and what it has suppressed.
	 */
	static void removeFrom(Throwable failure) {
		removeFrom(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
	}

	private static void removeFrom(@Nullable Throwable failure, Set<Throwable> done) {
		if (failure == null || !done.add(failure)) {
			return;
		}
		StackTraceElement[] calls = failure.getStackTrace();
		StackTraceElement[] others = Arrays.stream(calls)
			.filter((call) -> !call.getClassName().startsWith(PREFIX))
			.toArray(StackTraceElement[]::new);
		if (others.length < calls.length) {
			failure.setStackTrace(others);
		}
		removeFrom(failure.getCause(), done);
		for (Throwable suppressed : failure.getSuppressed()) {
			removeFrom(suppressed, done);
		}
	}

}
