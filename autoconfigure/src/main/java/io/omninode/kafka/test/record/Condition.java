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

package io.omninode.kafka.test.record;

import java.util.function.Predicate;

/**
 * A condition of a test on records. A record whose value is not what the condition asks
 * for, a tombstone for example, does not satisfy it.
 *
 * @param <R> the type of the records
 * @param predicate what the test says
 */
record Condition<R extends ReceivedRecord>(Predicate<? super R> predicate) implements Predicate<R> {

	@Override
	public boolean test(R record) {
		try {
			return this.predicate.test(record);
		}
		catch (UnreadableValueException ex) {
			return false;
		}
	}

}
