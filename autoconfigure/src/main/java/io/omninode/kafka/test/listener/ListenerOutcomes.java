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
import java.util.Set;

import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * What the listeners of the application made of records. A group that has committed past
 * a record need not have consumed it: an error handler may have skipped it, and the
 * listener may never have been called.
 * <p>
 * The listener containers that are in the context when it starts are watched: those of
 * {@code @KafkaListener} methods, and those that are beans. Their own interceptors, error
 * handlers, commits and attempts stay as they are. Other containers, such as those of
 * Spring Cloud Stream, those that are made later and those of other processes, are not;
 * nor are share listeners with an advice chain.
 * <p>
 * Memory is bounded: the oldest records of a partition are forgotten first. Safe for use
 * by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
@FunctionalInterface
public interface ListenerOutcomes {

	/**
	 * Return what the listeners of a group made of a record.
	 * @param group the id of the group
	 * @param partition the partition of the record
	 * @param offset its offset
	 * @return the outcome as it is now
	 */
	Outcome of(String group, TopicPartition partition, long offset);

	/**
	 * Return the listeners of the context that read a partition, or would if they ran.
	 * @param partition the partition
	 * @return whether each of them runs
	 */
	default List<ListenerState> readers(TopicPartition partition) {
		return List.of();
	}

	/**
	 * Return the listeners of the context whose containers have stopped because of a
	 * failure, or are about to stop.
	 * @return the listeners
	 */
	default List<ListenerState> stopped() {
		return List.of();
	}

	/**
	 * Return the listener containers of the context.
	 * @return the containers, whether they run or not
	 */
	default List<ListenerContainer> containers() {
		return List.of();
	}

	/**
	 * Return whether the listeners of the context are watched.
	 * @return whether they are
	 */
	default boolean isWatched() {
		return true;
	}

	/**
	 * Return where a listener is that was called with a record and has not ended.
	 * @param group the id of its group
	 * @param place where the record is
	 * @return the stack of its thread, the innermost call first; empty if no listener
	 * works on the record
	 */
	default List<StackTraceElement> working(String group, Origins.Place place) {
		return List.of();
	}

	/**
	 * Return the records that listeners have not consumed as they should.
	 * @param sinceNanos since when, on the clock of {@link System#nanoTime()}
	 * @return where the last of them are, the last one first
	 */
	default List<Origins.Place> troubles(long sinceNanos) {
		return List.of();
	}

	/**
	 * Return the topics that are dead-letter topics by the retries that Spring Kafka has
	 * been configured for, whatever their names.
	 * @return the names of the topics
	 */
	default Set<String> deadLetterTopics() {
		return Set.of();
	}

	/**
	 * Create an instance, which watches from the start of its context on.
	 * @param beanFactory the bean factory of the context
	 * @param containers knows its listener containers
	 * @param watched whether to put something into the containers that watches them
	 * @return the outcomes, a lifecycle bean
	 */
	static ListenerOutcomes of(ListableBeanFactory beanFactory, ListenerContainers containers, boolean watched) {
		return new DefaultListenerOutcomes(beanFactory, containers, watched);
	}

}
