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

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * What is kept of a failure: its text, and where it was thrown, within bounds. The
 * failure itself may hold the record, or all that was read of it.
 */
@SuppressWarnings("serial")
final class KeptFailure extends RuntimeException {

	/**
	 * About what a failure takes.
	 */
	static final int BYTES = 6_000;

	private static final int MAX_TEXT = 1_000;

	private static final int MAX_CALLS = 40;

	private final String text;

	private KeptFailure(Throwable failure) {
		super(shorten(failure.getMessage()), null, false, true);
		this.text = shorten(failure.toString());
		setStackTrace(calls(failure));
	}

	/**
	 * Return what is kept of a failure; that a record cannot be deserialized stays that.
	 */
	static Throwable of(Throwable failure) {
		if (failure instanceof KeptFailure) {
			return failure;
		}
		if (!(failure instanceof DeserializationException unreadable)) {
			return new KeptFailure(failure);
		}
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		DeserializationException kept = new DeserializationException(shorten(failure.getMessage()), new byte[0],
				unreadable.isKey(), new KeptFailure(root));
		kept.setStackTrace(calls(failure));
		return kept;
	}

	private static String shorten(@Nullable String text) {
		String all = String.valueOf(text);
		return (all.length() > MAX_TEXT) ? all.substring(0, MAX_TEXT) : all;
	}

	private static StackTraceElement[] calls(Throwable failure) {
		StackTraceElement[] calls = failure.getStackTrace();
		return Arrays.copyOf(calls, Math.min(MAX_CALLS, calls.length));
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
