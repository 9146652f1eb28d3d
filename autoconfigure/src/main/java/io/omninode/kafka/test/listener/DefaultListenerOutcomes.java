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

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.Outcome.State;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * {@link ListenerOutcomes} that are noted by interceptors, retry listeners and share
 * listeners of its own. It starts before all containers.
 */
final class DefaultListenerOutcomes implements ListenerOutcomes, SmartLifecycle, ApplicationListener<KafkaEvent> {

	private static final Logger logger = LoggerFactory.getLogger(DefaultListenerOutcomes.class);

	private final ListableBeanFactory beanFactory;

	private final OutcomeMemory memory = new OutcomeMemory();

	private final Map<MessageListenerContainer, WatchedListener> listeners = new ConcurrentHashMap<>();

	private final ContainerRuns runs = new ContainerRuns(this.memory.background().lastCall());

	private final ListenerContainers known;

	private final boolean watched;

	private volatile boolean running;

	DefaultListenerOutcomes(ListableBeanFactory beanFactory, ListenerContainers containers, boolean watched) {
		this.beanFactory = beanFactory;
		this.known = containers;
		this.watched = watched;
	}

	@Override
	public void start() {
		ContainerWatch watch = new ContainerWatch(new RetryChains(this.beanFactory), this.memory);
		List<ListenerContainer> containers = this.watched ? this.known.existing() : List.of();
		for (ListenerContainer container : containers) {
			try {
				watch(container.container(), watch);
			}
			catch (RuntimeException ex) {
				logger.debug("Container {} cannot be watched", container.container(), ex);
			}
		}
		this.running = true;
	}

	private void watch(MessageListenerContainer container, ContainerWatch watch) {
		if (!container.isRunning() && !ContainerWatch.isWatched(container)) {
			WatchedListener listener = watch.watch(container);
			if (listener != null) {
				this.listeners.put(container, listener);
			}
		}
	}

	@Override
	public void onApplicationEvent(KafkaEvent event) {
		this.runs.note(event);
	}

	@Override
	public boolean isWatched() {
		return this.watched;
	}

	@Override
	public boolean supportsAsyncExecution() {
		return false;
	}

	@Override
	public List<ListenerState> readers(TopicPartition partition) {
		return known().filter((container) -> container.reads(partition)).map(this.runs::state).toList();
	}

	@Override
	public List<ListenerState> stopped() {
		return known().map(this.runs::state)
			.filter((state) -> state.status() == Status.FAILED || state.status() == Status.STOPPING)
			.toList();
	}

	@Override
	public List<ListenerContainer> containers() {
		return known().toList();
	}

	@Override
	public List<StackTraceElement> working(String group, Origins.Place place) {
		return this.memory.background().lastCall().stack(group, place);
	}

	@Override
	public List<Origins.Place> troubles(long sinceNanos) {
		return this.memory.troubles(sinceNanos);
	}

	private Stream<ListenerContainer> known() {
		return Stream.concat(this.known.all().stream(), this.runs.failed().stream().map(ListenerContainer::new))
			.distinct();
	}

	@Override
	public Outcome of(String group, TopicPartition partition, long offset) {
		List<WatchedListener> ofGroup = this.listeners.values()
			.stream()
			.filter((listener) -> listener.group().equals(group))
			.filter((listener) -> ContainerWatch.isWatched(listener.container()))
			.toList();
		Outcome known = this.memory.of(group, partition, offset);
		if (ofGroup.isEmpty() || known == null) {
			return (known != null && known.state() == State.GIVEN_UP) ? known : Outcome.unknown();
		}
		if (known.state() == State.NOT_CALLED) {
			return notCalled(ofGroup, partition);
		}
		List<String> chains = ofGroup.stream()
			.filter((listener) -> listener.link(partition.topic()) != RetryChains.Link.NONE)
			.map(WatchedListener::chain)
			.distinct()
			.toList();
		return (!chains.isEmpty() && isFailure(known)) ? retried(known, chains, new Origins.Place(partition, offset))
				: known;
	}

	/**
	 * Where another member of the group may have got the record, nothing is known.
	 */
	private static Outcome notCalled(List<WatchedListener> ofGroup, TopicPartition partition) {
		return ofGroup.stream()
			.filter((listener) -> listener.has(partition))
			.findFirst()
			.map(WatchedListener::notCalled)
			.orElseGet(Outcome::unknown);
	}

	private static boolean isFailure(Outcome outcome) {
		return outcome.state() == State.FAILED || outcome.state() == State.ROLLED_BACK
				|| outcome.state() == State.GIVEN_UP;
	}

	/**
	 * The listener of a retry topic may consume what this one could not.
	 */
	private Outcome retried(Outcome main, List<String> chains, Origins.Place place) {
		Outcome copy = chains.stream()
			.map((chain) -> this.memory.ofCopy(new OutcomeMemory.Copy(chain, place)))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
		if (copy != null && copy.isDone()) {
			return copy;
		}
		State state = (copy != null && copy.state() == State.GIVEN_UP) ? State.GIVEN_UP : State.RETRIED;
		return new Outcome(state, main.listener(), main.attempts().plus((copy != null) ? copy.attempts() : null),
				main.failure(), main.nanoTime());
	}

	@Override
	public Set<String> deadLetterTopics() {
		return this.listeners.values()
			.stream()
			.flatMap((listener) -> listener.links().entrySet().stream())
			.filter((link) -> link.getValue() == RetryChains.Link.DEAD_LETTER)
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
