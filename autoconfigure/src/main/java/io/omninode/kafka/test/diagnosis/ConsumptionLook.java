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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.support.serializer.DeserializationException;

/**
 * One look at what groups made of a record.
 *
 * @param wanted who is to consume the record
 * @param committed the next offset of each group, -1 if it has committed none
 * @param listeners the listeners of the context that read it, whether they run or not
 * @param outcomes what listeners made of the record, by group
 * @param blocked the record that a listener cannot read and does not get past, by group
 */
record ConsumptionLook(Wanted wanted, Map<String, Long> committed, List<ListenerState> listeners,
		Map<String, Outcome> outcomes, Map<String, Origins.Place> blocked) {

	/**
	 * How much more than it tells the time may be for which a listener has had a
	 * partition, and for how long a container may be stopped that is started again.
	 */
	private static final long RESOLUTION = TimeUnit.SECONDS.toNanos(1);

	static ConsumptionLook at(Wanted wanted, Map<String, Long> committed, List<ListenerState> listeners,
			ListenerOutcomes outcomes) {
		Map<String, Outcome> known = new TreeMap<>();
		committed.keySet()
			.forEach((group) -> known.put(group,
					outcomes.of(group, wanted.place().partition(), wanted.place().offset())));
		return new ConsumptionLook(wanted, new TreeMap<>(committed), listeners, known, Map.of());
	}

	/**
	 * Return this look with what is known of a record that a listener cannot read.
	 */
	ConsumptionLook blocked(String group, Outcome outcome, Origins.Place place) {
		Map<String, Outcome> outcomes = new TreeMap<>(this.outcomes);
		outcomes.put(group, outcome);
		Map<String, Origins.Place> blocked = new TreeMap<>(this.blocked);
		blocked.put(group, place);
		return new ConsumptionLook(this.wanted, this.committed, this.listeners, outcomes, blocked);
	}

	/**
	 * Return this look with another outcome of a group.
	 */
	ConsumptionLook with(String group, Outcome outcome) {
		Map<String, Outcome> outcomes = new TreeMap<>(this.outcomes);
		outcomes.put(group, outcome);
		return new ConsumptionLook(this.wanted, this.committed, this.listeners, outcomes, this.blocked);
	}

	/**
	 * Return this look with what is known of listeners that began at the end, and have
	 * had the partition only since the record was sent.
	 */
	ConsumptionLook beginning(List<ListenerContainer> containers) {
		Map<String, Outcome> outcomes = new TreeMap<>(this.outcomes);
		outcomes.replaceAll((group,
				outcome) -> (outcome.state() == State.NOT_CALLED && isPast(group)
						&& containers.stream().anyMatch((container) -> isBehind(container, group, outcome)))
								? outcome.behind() : outcome);
		return new ConsumptionLook(this.wanted, this.committed, this.listeners, outcomes, this.blocked);
	}

	private boolean isBehind(ListenerContainer container, String group, Outcome outcome) {
		return group.equals(container.group()) && container.reads(this.wanted.place().partition())
				&& container.mayBeginAtTheEnd() && (mayBeOfAnother(outcome) || isStartedSince(container));
	}

	private boolean isStartedSince(ListenerContainer container) {
		long sentMillis = System.currentTimeMillis()
				- TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - this.wanted.sentNanos());
		return !container.consumers().isEmpty() && container.consumers()
			.values()
			.stream()
			.allMatch((start) -> start instanceof Number millis && millis.longValue() > sentMillis);
	}

	/**
	 * Return whether every group has consumed the record, as far as can be seen.
	 */
	boolean isConsumed() {
		return !this.committed.isEmpty() && this.committed.keySet().stream().allMatch(this::isConsumed);
	}

	private boolean isConsumed(String group) {
		return isPast(group) && isConsumed(this.outcomes.get(group));
	}

	/**
	 * Return whether a listener of the group was seen to receive the record.
	 */
	boolean isSeen(String group) {
		Outcome outcome = this.outcomes.get(group);
		return outcome != null && outcome.isDone();
	}

	boolean isPast(String group) {
		return this.committed.getOrDefault(group, -1L) > this.wanted.place().offset();
	}

	private boolean isConsumed(@Nullable Outcome outcome) {
		return outcome == null || outcome.isDone() || outcome.state() == State.UNKNOWN
				|| (outcome.state() == State.NOT_CALLED && mayBeOfAnother(outcome));
	}

	/**
	 * A listener that has got the partition after the record was sent does not know what
	 * another member of its group made of it.
	 */
	private boolean mayBeOfAnother(Outcome outcome) {
		return outcome.nanoTime() - RESOLUTION - this.wanted.sentNanos() > 0;
	}

	/**
	 * Return whether there is nothing to wait for: a group is past the record, or cannot
	 * get past it, and its listener is not going to consume it.
	 */
	boolean isLost() {
		return !lost().isEmpty();
	}

	/**
	 * Return the groups that are not going to consume the record.
	 */
	List<String> lost() {
		return this.outcomes.keySet().stream().filter(this::isLost).toList();
	}

	/**
	 * A failure may be tried again after a time that nobody knows: the timeout decides,
	 * unless the listener was not even called. What was given up within a transaction may
	 * stay uncommitted for ever.
	 */
	private boolean isLost(String group) {
		Outcome outcome = this.outcomes.get(group);
		return outcome != null && switch (outcome.state()) {
			case NOT_CALLED -> isPast(group) && outcome.nanoTime() - this.wanted.sentNanos() <= 0;
			case REJECTED, CALLED_WITH_NULL, ROLLED_BACK -> isPast(group);
			case GIVEN_UP -> isPast(group) || System.nanoTime() - outcome.nanoTime() > RESOLUTION;
			case FAILED -> isPast(group) && outcome.failure() instanceof DeserializationException;
			case UNREADABLE, ABORTED -> true;
			default -> false;
		};
	}

	/**
	 * Return the listeners that would have to run for the record to be consumed: of a
	 * group that is not past it none runs, or none of the application's runs at all.
	 */
	List<ListenerState> silent() {
		return this.listeners.stream()
			.filter((listener) -> (this.committed.isEmpty() || this.committed.containsKey(listener.group()))
					&& !isPast(listener.group()) && isSilent(listener.group()))
			.toList();
	}

	private boolean isSilent(String group) {
		return this.listeners.stream()
			.filter((listener) -> listener.group().equals(group))
			.noneMatch((listener) -> listener.status() == Status.RUNNING || listener.status() == Status.STOPPING);
	}

	/**
	 * Return whether a listener that does not run may be taken for one that is not going
	 * to: it has not been started again for a while.
	 */
	boolean isStopped() {
		long now = System.nanoTime();
		List<ListenerState> silent = silent();
		return now - this.wanted.sentNanos() > RESOLUTION && !silent.isEmpty()
				&& silent.stream().noneMatch((listener) -> listener.isStoppedSince(now - RESOLUTION));
	}

}
