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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.broker.TemporaryDirectory;
import io.omninode.kafka.test.topic.ReplicaLimit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.util.FileSystemUtils;

/**
 * Makes Kafka Streams leave nothing behind for the next context or the next build. An
 * instance leaves its group when it is closed, so that the next one does not wait for its
 * session to end, and its state is in a directory that is removed with the context,
 * unless the test sets one. On the embedded broker it commits frequently, unless this is
 * configured, because results only show when it commits, and its internal topics get no
 * more replicas than there are brokers.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class StreamsDefaults implements BeanPostProcessor, DisposableBean {

	private static final String IN_SYNC = StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);

	private static final String COMMIT_INTERVAL = "100";

	private final TestCluster cluster;

	private final StateDirectory origin;

	private final Map<StreamsBuilderFactoryBean, TemporaryDirectory> directories = new LinkedHashMap<>();

	public StreamsDefaults(TestCluster cluster, ConfigurableListableBeanFactory beanFactory) {
		this.cluster = cluster;
		this.origin = new StateDirectory(beanFactory, cluster);
	}

	/**
	 * Configure a factory before the application's own customizers do.
	 */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof StreamsBuilderFactoryBean factory) {
			factory.setLeaveGroupOnClose(true);
			Properties properties = factory.getStreamsConfiguration();
			if (properties != null) {
				configure(factory, BeanFactoryUtils.transformedBeanName(beanName), properties);
				factory.setStreamsConfiguration(properties);
			}
		}
		return bean;
	}

	private void configure(StreamsBuilderFactoryBean factory, String name, Properties properties) {
		limitReplicas(properties);
		if (isEmbedded()) {
			properties.putIfAbsent(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL);
		}
		if (!this.origin.isSetByTest(name, properties)) {
			properties.put(StreamsConfig.STATE_DIR_CONFIG, create(factory).toString());
		}
	}

	private boolean isEmbedded() {
		return this.cluster.isEmbedded();
	}

	private void limitReplicas(Properties properties) {
		ReplicaLimit limit = this.cluster.replicaLimit();
		Map<String, String> inSync = Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
				Objects.toString(properties.get(IN_SYNC), "1"));
		NewTopic internal = new NewTopic("internal", 1, replicas(properties)).configs(inSync);
		NewTopic limited = limit.apply(internal);
		if (limited != internal) {
			properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, String.valueOf(limited.replicationFactor()));
			properties.computeIfPresent(IN_SYNC,
					(name, value) -> limited.configs().get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
		}
	}

	private static short replicas(Properties properties) {
		try {
			return Short
				.parseShort(Objects.toString(properties.get(StreamsConfig.REPLICATION_FACTOR_CONFIG), "-1").trim());
		}
		catch (NumberFormatException ex) {
			return -1;
		}
	}

	private synchronized Path create(StreamsBuilderFactoryBean factory) {
		return this.directories.computeIfAbsent(factory, (each) -> TemporaryDirectory.create()).path();
	}

	/**
	 * Return the factories on the embedded broker whose state goes with the context.
	 */
	synchronized Set<StreamsBuilderFactoryBean> stateless() {
		return isEmbedded() ? new LinkedHashSet<>(this.directories.keySet()) : Set.of();
	}

	/**
	 * Remove the state directory of an application that is not running.
	 */
	synchronized void removeState(StreamsBuilderFactoryBean factory) {
		TemporaryDirectory directory = this.directories.get(factory);
		Properties properties = factory.getStreamsConfiguration();
		if (directory != null && properties != null) {
			String id = String.valueOf(properties.get(StreamsConfig.APPLICATION_ID_CONFIG));
			try {
				FileSystemUtils.deleteRecursively(directory.path().resolve(id));
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The state of Kafka Streams cannot be removed", ex);
			}
		}
	}

	/**
	 * Remove the directories, whose users were stopped before.
	 */
	@Override
	public synchronized void destroy() {
		this.directories.values().forEach(TemporaryDirectory::close);
		this.directories.clear();
	}

}
