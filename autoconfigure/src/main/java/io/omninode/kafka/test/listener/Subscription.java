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
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.TopicPartitionOffset.SeekPosition;

/**
 * What a listener container reads, in one of three ways.
 *
 * @param topics the topics that it names
 * @param pattern the pattern of topics, {@code null} if it has none
 * @param manual the partitions that it takes without asking a group
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Subscription(List<String> topics, @Nullable Pattern pattern, List<TopicPartitionOffset> manual) {

	/**
	 * Return the subscription that the properties of a container hold. A container that a
	 * test has replaced by a mock has none.
	 */
	static Subscription of(@Nullable ContainerProperties properties) {
		if (properties == null) {
			return new Subscription(List.of(), null, List.of());
		}
		String[] topics = properties.getTopics();
		@Nullable TopicPartitionOffset @Nullable [] partitions = properties.getTopicPartitions();
		return new Subscription((topics != null) ? List.of(topics) : List.of(), properties.getTopicPattern(),
				(partitions != null) ? Arrays.stream(partitions).filter(Objects::nonNull).toList() : List.of());
	}

	/**
	 * Return whether it covers the same topics as another.
	 * @param other the other subscription
	 * @return whether it does; those to partitions never do
	 */
	public boolean isLike(Subscription other) {
		return this.topics.equals(other.topics) && Objects.equals(text(this.pattern), text(other.pattern))
				&& this.manual.isEmpty() && other.manual.isEmpty();
	}

	private static @Nullable String text(@Nullable Pattern pattern) {
		return (pattern != null) ? pattern.pattern() : null;
	}

	boolean contains(String topic) {
		return this.topics.contains(topic) || (this.pattern != null && this.pattern.matcher(topic).matches())
				|| this.manual.stream().anyMatch((partition) -> partition.getTopic().equals(topic));
	}

	boolean contains(TopicPartition partition) {
		return contains(partition.topic()) && (this.manual.isEmpty()
				|| this.manual.stream().anyMatch((given) -> given.getTopicPartition().equals(partition)));
	}

	/**
	 * Return whether reading may begin at the end of a partition.
	 * @param resetsToTheEnd whether it does where no offset is known
	 */
	boolean mayBeginAtTheEnd(boolean resetsToTheEnd) {
		return this.manual.isEmpty() ? resetsToTheEnd
				: this.manual.stream().anyMatch((partition) -> mayBeginAtTheEnd(partition, resetsToTheEnd));
	}

	private static boolean mayBeginAtTheEnd(TopicPartitionOffset partition, boolean resetsToTheEnd) {
		SeekPosition seek = partition.getPosition();
		Long offset = partition.getOffset();
		if (seek == null) {
			return (offset != null) ? (offset < 0 || partition.isRelativeToCurrent()) : resetsToTheEnd;
		}
		return seek != SeekPosition.BEGINNING;
	}

	/**
	 * Return the subscription as texts name it.
	 */
	@Override
	public String toString() {
		if (this.pattern != null) {
			return "pattern <" + this.pattern.pattern() + ">";
		}
		return this.manual.isEmpty() ? this.topics.toString()
				: this.manual.stream()
					.map((partition) -> partition.getTopicPartition().toString())
					.collect(Collectors.joining(", ", "[", "]"));
	}

}
