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

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.ListenerState.Stop;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.event.ConsumerFailedToStartEvent;
import org.springframework.kafka.event.ConsumerStartedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Which listener containers run, and how those that do not have stopped: a container
 * tells of its consumers on their threads.
 * <p>
 * Safe for use by several threads.
 */
final class ContainerRuns {

	private final Map<MessageListenerContainer, Run> runs = Collections.synchronizedMap(new WeakHashMap<>());

	private final Set<MessageListenerContainer> threadless = Collections
		.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	private final LastCall lastCall;

	ContainerRuns(LastCall lastCall) {
		this.lastCall = lastCall;
	}

	void note(KafkaEvent event) {
		if (event instanceof ConsumerFailedToStartEvent) {
			this.threadless.add(container(event));
		}
		else if (event instanceof ConsumerStartedEvent) {
			this.threadless.remove(container(event));
			this.runs.compute(container(event), (key, run) -> (run != null) ? run.started() : new Run(1, null));
		}
		else if (event instanceof ConsumerStoppedEvent stopped) {
			Stop stop = stop(stopped.getReason().name(), this.lastCall.take());
			this.runs.compute(container(event), (key, run) -> ((run != null) ? run : new Run(0, null)).stopped(stop));
		}
	}

	private static MessageListenerContainer container(KafkaEvent event) {
		return event.getContainer(MessageListenerContainer.class);
	}

	private static Stop stop(String reason, LastCall.@Nullable Call call) {
		return (call != null) ? new Stop(reason, call.place(),
				(call.failure() != null) ? Outcome.telling(call.failure()) : null, System.nanoTime())
				: new Stop(reason, null, null, System.nanoTime());
	}

	/**
	 * Return the containers that have stopped because of a failure: their owner may have
	 * forgotten them.
	 */
	Collection<MessageListenerContainer> failed() {
		synchronized (this.runs) {
			return this.runs.entrySet()
				.stream()
				.filter((entry) -> entry.getValue().isOver() && isFailure(entry.getValue().last()))
				.map(Map.Entry::getKey)
				.toList();
		}
	}

	ListenerState state(ListenerContainer container) {
		Run run = this.runs.get(container.container());
		String group = container.group();
		boolean isThreadless = container.isRunning() && this.threadless.contains(container.container());
		return new ListenerState(container.name(), (group != null) ? group : "",
				isThreadless ? Status.FAILED_TO_START : status(container, run),
				container.subscription().manual().isEmpty(), (run != null) ? run.last() : null);
	}

	private static Status status(ListenerContainer container, @Nullable Run run) {
		if (container.isConsuming()) {
			return Status.RUNNING;
		}
		if (run == null) {
			return container.isAutoStartup() ? Status.STOPPED : Status.NOT_STARTED;
		}
		if (!run.isOver()) {
			return Status.STOPPING;
		}
		return isFailure(run.last()) ? Status.FAILED : Status.STOPPED;
	}

	private static boolean isFailure(@Nullable Stop stop) {
		return stop != null && (stop.failure() != null || !stop.isNormal());
	}

	/**
	 * The consumers of a container since its start.
	 *
	 * @param consumers how many there are
	 * @param last how the last one stopped, or one that failed; {@code null} if none has
	 */
	private record Run(int consumers, @Nullable Stop last) {

		Run started() {
			return isOver() ? new Run(1, null) : new Run(this.consumers + 1, this.last);
		}

		Run stopped(Stop stop) {
			return new Run(Math.max(0, this.consumers - 1), isFailure(this.last) ? this.last : stop);
		}

		boolean isOver() {
			return this.consumers == 0;
		}

	}

}
