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

package io.omninode.kafka.test.autoconfigure.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.topic.ReplicaLimit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Allows the application's topics to be created on an embedded cluster with fewer brokers
 * than they ask for: replaces {@link NewTopic} beans by topics that the cluster can hold,
 * before {@link KafkaAdmin} reads them, and logs this in one line.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class DeclaredReplicas implements BeanPostProcessor, SmartInitializingSingleton {

	private static final Logger logger = LoggerFactory.getLogger(DeclaredReplicas.class);

	private static final String TOPICS_FIELD = "newTopics";

	private final DefaultListableBeanFactory beanFactory;

	private final TestCluster cluster;

	private final List<NewTopic> limited = new ArrayList<>();

	public DeclaredReplicas(DefaultListableBeanFactory beanFactory, TestCluster cluster) {
		this.beanFactory = beanFactory;
		this.cluster = cluster;
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String beanName) {
		if (bean instanceof NewTopic topic) {
			return limit(topic);
		}
		if (bean instanceof KafkaAdmin.NewTopics topics) {
			limitAll(topics);
		}
		return bean;
	}

	private synchronized NewTopic limit(NewTopic topic) {
		NewTopic limited = this.cluster.replicaLimit().apply(topic);
		if (limited != topic) {
			this.limited.add(topic);
		}
		return limited;
	}

	private void limitAll(KafkaAdmin.NewTopics topics) {
		Collection<NewTopic> held = held(topics);
		List<NewTopic> limited = held.stream().map(this::limit).toList();
		if (!limited.isEmpty()) {
			held.clear();
			held.addAll(limited);
		}
	}

	/**
	 * Return a group of topics, which exposes them only to {@link KafkaAdmin}.
	 * @param topics the group
	 * @return the collection that holds them, or an empty one if it cannot be read
	 */
	@SuppressWarnings("unchecked")
	public static Collection<NewTopic> held(KafkaAdmin.NewTopics topics) {
		DirectFieldAccessor fields = new DirectFieldAccessor(topics);
		return (fields.isReadableProperty(TOPICS_FIELD)
				&& fields.getPropertyValue(TOPICS_FIELD) instanceof Collection<?> held) ? (Collection<NewTopic>) held
						: List.of();
	}

	/**
	 * Limit retry topics, which are registered in the bean factory as they are, and lazy
	 * beans. Called before any {@link KafkaAdmin} creates topics.
	 */
	@Override
	public void afterSingletonsInstantiated() {
		ReplicaLimit limit = this.cluster.replicaLimit();
		if (limit.equals(ReplicaLimit.NONE) || this.beanFactory.getBeanNamesForType(KafkaAdmin.class).length == 0) {
			return;
		}
		Map<String, NewTopic> topics = this.beanFactory.getBeansOfType(NewTopic.class, false, false);
		this.beanFactory.getBeansOfType(KafkaAdmin.NewTopics.class, false, false);
		topics.forEach((name, topic) -> {
			if (!limit.allows(topic) && !this.beanFactory.containsBeanDefinition(name)) {
				this.beanFactory.destroySingleton(name);
				this.beanFactory.registerSingleton(name, limit(topic));
			}
		});
		tell(limit);
	}

	private synchronized void tell(ReplicaLimit limit) {
		if (!this.limited.isEmpty()) {
			logger.info("{}", limit.describe(this.limited));
			this.limited.clear();
		}
	}

}
