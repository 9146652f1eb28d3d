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

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import io.omninode.kafka.test.tap.TapException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record is in a transaction that was aborted: a listener that reads what is
 * committed is never called with it. Asked for when such a listener has not been called
 * for a while.
 * <p>
 * Not safe for use by several threads.
 */
final class Aborted {

	private static final Duration TIMEOUT = Duration.ofSeconds(3);

	private final Sources sources;

	private final Copies copies;

	private final long beginNanos = System.nanoTime();

	private final long standstill;

	private long askedNanos;

	private @Nullable Boolean known;

	Aborted(Sources sources, Duration standstill) {
		this.sources = sources;
		this.copies = new Copies(sources.tap(), sources.scope());
		this.standstill = standstill.toNanos();
		this.askedNanos = System.nanoTime() - TimeUnit.HOURS.toNanos(1);
	}

	ConsumptionLook lookAt(ConsumptionLook look) {
		ConsumptionLook result = look;
		for (Map.Entry<String, Outcome> entry : look.outcomes().entrySet()) {
			String group = entry.getKey();
			boolean isDue = look.isPast(group) || System.nanoTime() - this.beginNanos >= this.standstill;
			if (entry.getValue().state() == State.NOT_CALLED && isDue && readsCommitted(group, look.wanted().place())
					&& isAborted(look.wanted().place())) {
				result = result.with(group, entry.getValue().aborted());
			}
		}
		return result;
	}

	private boolean readsCommitted(String group, Origins.Place place) {
		List<ListenerContainer> readers = this.sources.application()
			.outcomes()
			.containers()
			.stream()
			.filter((container) -> group.equals(container.group()) && container.reads(place.partition()))
			.toList();
		return !readers.isEmpty() && readers.stream().allMatch(Aborted::readsCommitted);
	}

	private static boolean readsCommitted(ListenerContainer container) {
		Object level = container.setting(ConsumerConfig.ISOLATION_LEVEL_CONFIG);
		return level != null
				&& level.toString().toLowerCase(Locale.ROOT).equals(IsolationLevel.READ_COMMITTED.toString());
	}

	/**
	 * A transaction that is open may end: then this is asked again, once a second.
	 */
	private boolean isAborted(Origins.Place place) {
		if (this.known == null && System.nanoTime() - this.askedNanos >= this.standstill) {
			this.known = ask(place);
			this.askedNanos = System.nanoTime();
		}
		return Boolean.TRUE.equals(this.known);
	}

	/**
	 * Return {@code null} as long as that is not known. Only a record that is there, and
	 * is hidden for good, was aborted.
	 */
	private @Nullable Boolean ask(Origins.Place place) {
		try {
			if (this.copies.find(place) != null) {
				return false;
			}
			Long open = this.sources.tap()
				.unreadable(List.of(place.partition().topic()), TIMEOUT)
				.get(place.partition());
			return (open != null && place.offset() >= open) ? null : isThere(place);
		}
		catch (TapException ex) {
			return null;
		}
	}

	private boolean isThere(Origins.Place place) {
		AtomicBoolean found = new AtomicBoolean();
		this.sources.tap()
			.search(this.sources.scope().beginning(), IsolationLevel.READ_UNCOMMITTED, TIMEOUT, (tapped) -> {
				if (Origins.Place.of(tapped.record()).equals(place)) {
					found.set(true);
				}
			});
		return found.get();
	}

}
