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

package io.omninode.kafka.test.autoconfigure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import io.omninode.kafka.test.broker.TemporaryDirectory;
import io.omninode.kafka.test.topic.ReplicaLimit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * Has Kafka Streams leave nothing behind for the next context, or for the next build: an
 * instance leaves its group when it is closed, so that the next one does not wait for its
 * session to end, and its state is in a directory that goes with the context. What the
 * application configures in code, or the test by property, stays. Internal topics get no
 * more replicas than the embedded cluster has brokers.
 */
final class StreamsDefaults implements BeanPostProcessor, DisposableBean {

	private static final String IN_SYNC = StreamsConfig.topicPrefix(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);

	private final TestCluster cluster;

	private final List<TemporaryDirectory> directories = new ArrayList<>();

	StreamsDefaults(TestCluster cluster) {
		this.cluster = cluster;
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
				limitReplicas(properties);
				moveState(properties);
				factory.setStreamsConfiguration(properties);
			}
		}
		return bean;
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

	private void moveState(Properties properties) {
		Object own = properties.get(StreamsConfig.STATE_DIR_CONFIG);
		if (own == null || this.cluster.setByTest(own.toString()::equals).isEmpty()) {
			properties.put(StreamsConfig.STATE_DIR_CONFIG, create().toString());
		}
	}

	private synchronized Path create() {
		TemporaryDirectory directory = TemporaryDirectory.create();
		this.directories.add(directory);
		return directory.path();
	}

	/**
	 * Remove the directories. What uses them was stopped before.
	 */
	@Override
	public synchronized void destroy() {
		this.directories.forEach(TemporaryDirectory::close);
		this.directories.clear();
	}

}
