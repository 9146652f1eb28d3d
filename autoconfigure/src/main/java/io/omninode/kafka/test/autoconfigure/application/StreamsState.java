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

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;

/**
 * Makes Kafka Streams begin without state on the embedded broker: before the first
 * instance of a context starts, the internal topics left there by earlier contexts are
 * deleted. A context that continues after a pause keeps its state, unless another one has
 * used its topics in the meantime. If the test sets the state directory of an
 * application, everything is kept.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public class StreamsState implements SmartLifecycle {

	private final StreamsDefaults defaults;

	private final ObjectProvider<Admin> admin;

	private final Map<StreamsBuilderFactoryBean, Map<String, Uuid>> left = new LinkedHashMap<>();

	private volatile boolean running;

	public StreamsState(StreamsDefaults defaults, ObjectProvider<Admin> admin) {
		this.defaults = defaults;
		this.admin = admin;
	}

	@Override
	public void start() {
		this.running = true;
		this.defaults.stateless().forEach(this::begin);
	}

	private void begin(StreamsBuilderFactoryBean factory) {
		InternalTopics topics = topics(factory);
		Map<String, Uuid> found = topics.find();
		Map<String, Uuid> own = this.left.getOrDefault(factory, Map.of());
		if (!found.equals(own) && topics.delete(found.keySet()) && !own.isEmpty()) {
			this.defaults.removeState(factory);
		}
	}

	@Override
	public void stop() {
		this.running = false;
		this.left.clear();
		Set<StreamsBuilderFactoryBean> stateless = this.defaults.stateless();
		stateless.forEach((factory) -> this.left.put(factory, topics(factory).find()));
	}

	private InternalTopics topics(StreamsBuilderFactoryBean factory) {
		return new InternalTopics(factory, this.admin::getObject);
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
