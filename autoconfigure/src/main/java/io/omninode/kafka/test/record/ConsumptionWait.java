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

import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.application.ApplicationUnderTest;

/**
 * The looks of one wait for the consumption of a record.
 * <p>
 * Not safe for use by several threads.
 */
final class ConsumptionWait {

	private final Wanted wanted;

	private final ApplicationUnderTest sources;

	private final Unreadable unreadable;

	private volatile ConsumptionLook last;

	private volatile boolean stopped;

	ConsumptionWait(Wanted wanted, ApplicationUnderTest sources, Unreadable unreadable) {
		this.wanted = wanted;
		this.sources = sources;
		this.unreadable = unreadable;
		this.last = new ConsumptionLook(wanted, Map.of(), List.of(), Map.of(), Map.of());
	}

	/**
	 * Look once more, and return whether there is nothing left to wait for.
	 */
	boolean isDecided() {
		ConsumptionLook look = this.unreadable.lookAt(this.wanted.look(this.sources));
		this.last = look;
		this.stopped = look.isStopped() && !isServed(look);
		return look.isConsumed() || look.isLost() || this.stopped;
	}

	/**
	 * A member of another process may read what a listener of this context does not.
	 */
	private boolean isServed(ConsumptionLook look) {
		Map<String, Long> readers = this.sources.groups().readersOf(this.wanted.place().partition());
		return look.silent().stream().anyMatch((listener) -> readers.containsKey(listener.group()));
	}

	ConsumptionLook last() {
		return this.last;
	}

	/**
	 * Return whether a listener does not run that would have to.
	 */
	boolean isStopped() {
		return this.stopped;
	}

}
