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

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ShareConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.AbstractShareKafkaMessageListenerContainer;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.ReflectionUtils;

/**
 * A listener container, and what can be seen of it from outside. Not every kind of
 * container can tell everything.
 *
 * @param container the container
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ListenerContainer(MessageListenerContainer container) {

	/**
	 * The field of Spring Kafka that holds the consumer factory of a container.
	 */
	public static final String CONSUMER_FACTORY = "consumerFactory";

	/**
	 * The field of Spring Kafka that holds the consumer factory of a container of a share
	 * group.
	 */
	public static final String SHARE_CONSUMER_FACTORY = "shareConsumerFactory";

	private static final String GENERATED = "org.springframework.kafka.KafkaListenerEndpointContainer#";

	/**
	 * Return the id of the listener.
	 * @return the id
	 */
	public String id() {
		return String.valueOf(told(this.container::getListenerId));
	}

	/**
	 * Return the id of the listener, as texts name it: class and method where the id was
	 * generated.
	 * @return the id, or the method; empty if there is neither
	 */
	public String name() {
		String id = told(this.container::getListenerId);
		if (id != null && !id.startsWith(GENERATED)) {
			return id;
		}
		String method = method().name();
		return (method != null) ? method : (id != null) ? id : "";
	}

	/**
	 * Return the method of the listener.
	 * @return class and method, {@code null} if the listener has none
	 */
	public @Nullable String methodName() {
		return method().name();
	}

	/**
	 * Return the consumer group.
	 * @return the id of the group, {@code null} if it has none
	 */
	public @Nullable String group() {
		return told(this.container::getGroupId);
	}

	/**
	 * Return whether this is the same container as another, or one of its group.
	 * @param other the other container
	 * @return whether it is
	 */
	public boolean isOfGroupOf(ListenerContainer other) {
		String group = group();
		return this.container == other.container || (group != null && group.equals(other.group()));
	}

	/**
	 * Return whether the container runs.
	 * @return whether it runs
	 */
	public boolean isRunning() {
		return this.container.isRunning();
	}

	/**
	 * Return whether the container has a consumer that has not been told to stop: one
	 * whose consumers have all failed may call itself running.
	 * @return whether it has one
	 */
	public boolean isConsuming() {
		return isRunning() && this.container.isChildRunning();
	}

	/**
	 * Return whether the container starts with its context.
	 * @return whether it does
	 */
	public boolean isAutoStartup() {
		return this.container.isAutoStartup();
	}

	/**
	 * Return whether the container reads as a member of a share group.
	 * @return whether it does
	 */
	public boolean isShare() {
		return this.container instanceof AbstractShareKafkaMessageListenerContainer;
	}

	/**
	 * Return whether the container was told to pause.
	 * @return whether it was
	 */
	public boolean isPaused() {
		return Boolean.TRUE.equals(told(this.container::isPauseRequested));
	}

	/**
	 * A container that a test has replaced by a mock has no properties.
	 */
	private <T> @Nullable T property(Function<ContainerProperties, @Nullable T> property) {
		ContainerProperties properties = told(this.container::getContainerProperties);
		return (properties != null) ? property.apply(properties) : null;
	}

	/**
	 * Return what the container reads, as soon as it runs.
	 * @return the topics, the pattern or the partitions
	 */
	public Subscription subscription() {
		return Subscription.of(told(this.container::getContainerProperties));
	}

	/**
	 * Return whether the container reads a topic, as soon as it runs.
	 * @param topic the name of the topic
	 * @return whether it does
	 */
	public boolean reads(String topic) {
		return subscription().contains(topic);
	}

	/**
	 * Return whether the container may get the records of a partition, as soon as it
	 * runs.
	 * @param partition the partition
	 * @return whether it may
	 */
	public boolean reads(TopicPartition partition) {
		return subscription().contains(partition);
	}

	/**
	 * Return whether the container may begin at the end of a partition: what is sent
	 * before it has a position there it does not see.
	 * @return whether it may
	 */
	public boolean mayBeginAtTheEnd() {
		return subscription().mayBeginAtTheEnd(resetsToTheEnd());
	}

	/**
	 * Return the partitions that the container has.
	 * @return the partitions, {@code null} if it cannot tell
	 */
	public @Nullable Set<TopicPartition> assigned() {
		Collection<TopicPartition> assigned = told(this.container::getAssignedPartitions);
		return (assigned != null) ? new HashSet<>(assigned) : null;
	}

	/**
	 * Return the consumers of the container.
	 * @return the time of its start by the id of each
	 */
	public Map<String, Object> consumers() {
		Map<String, Object> consumers = new HashMap<>();
		this.container.metrics().forEach((client, metrics) -> {
			Metric start = metrics.get(new MetricName("start-time-ms", "app-info", "", Map.of("client-id", client)));
			consumers.put(client, (start != null) ? start.metricValue() : "");
		});
		return consumers;
	}

	/**
	 * Return whether each consumer of the container has had an answer to a fetch.
	 * @return whether each has
	 */
	public boolean hasFetched() {
		return this.container.metrics()
			.values()
			.stream()
			.allMatch(
					(metrics) -> metrics.isEmpty() || metrics.entrySet().stream().anyMatch(ListenerContainer::isFetch));
	}

	private static boolean isFetch(Map.Entry<MetricName, ? extends Metric> metric) {
		return metric.getKey().name().equals("fetch-total") && metric.getValue().metricValue() instanceof Double total
				&& total > 0;
	}

	/**
	 * Return the partitions that have been fetched from: from then on a partition has a
	 * lag. Only its own thread may ask a consumer for its positions.
	 * @return the partitions, {@code null} if the consumers cannot tell
	 */
	public @Nullable Set<TopicPartition> fetched() {
		Set<TopicPartition> fetched = new HashSet<>();
		for (Map<MetricName, ? extends Metric> metrics : this.container.metrics().values()) {
			if (metrics.isEmpty()) {
				return null;
			}
			fetched.addAll(ConsumerMetrics.fetched(metrics));
		}
		return fetched;
	}

	/**
	 * Kafka's default is the end, and so is ours where a container does not say, or
	 * cannot be asked.
	 */
	private boolean resetsToTheEnd() {
		Object reset = setting(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
		return reset == null || reset.toString().equalsIgnoreCase("latest");
	}

	/**
	 * Return an entry of the configuration of the consumers.
	 * @param name the name of the entry
	 * @return the value, {@code null} if there is none, or the container cannot be asked
	 */
	public @Nullable Object setting(String name) {
		Object own = property((properties) -> properties.getKafkaConsumerProperties().get(name));
		return (own != null) ? own : factorySettings().get(name);
	}

	private Map<String, Object> factorySettings() {
		if (this.container instanceof AbstractShareKafkaMessageListenerContainer<?, ?> share
				&& field(AbstractShareKafkaMessageListenerContainer.class, SHARE_CONSUMER_FACTORY,
						share) instanceof ShareConsumerFactory<?, ?> consumers) {
			return consumers.getConfigurationProperties();
		}
		ConsumerFactory<?, ?> consumers = consumerFactory();
		return (consumers != null) ? consumers.getConfigurationProperties() : Map.of();
	}

	/**
	 * Return what makes the consumers of the container.
	 * @return the factory, {@code null} where it is not known
	 */
	public @Nullable ConsumerFactory<?, ?> consumerFactory() {
		return (this.container instanceof AbstractMessageListenerContainer<?, ?> known
				&& consumerFactory(known, CONSUMER_FACTORY) instanceof ConsumerFactory<?, ?> consumers) ? consumers
						: null;
	}

	/**
	 * Return the consumer factory of a container, as a field holds it.
	 * @param container the container
	 * @param name the name of the field
	 * @return the value, {@code null} if there is no such field
	 */
	public static @Nullable Object consumerFactory(AbstractMessageListenerContainer<?, ?> container, String name) {
		return field(AbstractMessageListenerContainer.class, name, container);
	}

	/**
	 * Return the value of a field that Spring Kafka gives nobody access to, or null if
	 * there is no such field.
	 */
	private static @Nullable Object field(Class<?> type, String name, Object target) {
		Field field = ReflectionUtils.findField(type, name);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, target);
	}

	/**
	 * Return the configuration of consumers that the container has on top of its
	 * factory's.
	 * @return the configuration
	 */
	public Map<String, Object> overrides() {
		Properties properties = property(ContainerProperties::getKafkaConsumerProperties);
		if (properties == null) {
			return Map.of();
		}
		Map<String, Object> overrides = new HashMap<>();
		properties.stringPropertyNames().forEach((name) -> overrides.put(name, properties.getProperty(name)));
		return overrides;
	}

	/**
	 * Return whether a consumer that cannot deserialize a record asks for it again and
	 * again, because the error handler is that of Spring Kafka: as soon as it runs, if it
	 * does not yet.
	 */
	boolean asksAgain() {
		if (!(this.container instanceof AbstractMessageListenerContainer<?, ?> known)) {
			return false;
		}
		CommonErrorHandler handler = known.getCommonErrorHandler();
		return handler == null || handler.getClass() == DefaultErrorHandler.class;
	}

	/**
	 * Return what calls the listener method, if the listener has one.
	 */
	ListenerMethod method() {
		return ListenerMethod.of(property(ContainerProperties::getMessageListener));
	}

	private static <T> @Nullable T told(Supplier<@Nullable T> question) {
		try {
			return question.get();
		}
		catch (UnsupportedOperationException ex) {
			return null;
		}
	}

	/**
	 * Return whether the container is stopped, paused or running.
	 * @return one word
	 */
	public String state() {
		return (!isRunning()) ? "stopped" : isPaused() ? "paused" : "running";
	}

}
