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

import java.util.List;
import java.util.function.Supplier;

import io.omninode.kafka.test.autoconfigure.cluster.ClusterSettings;
import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The properties of a context. Until its bean factory is complete, they are read again
 * whenever the environment has grown, because a {@code DynamicPropertyRegistrar} may add
 * properties late. After that, they do not change.
 */
final class ContextProperties implements Supplier<ClusterSettings> {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConfigurableEnvironment environment;

	private @Nullable Bound bound;

	ContextProperties(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	/**
	 * Return the settings, which are the same object as long as the properties do not
	 * change.
	 */
	@Override
	public ClusterSettings get() {
		return bound().settings();
	}

	KafkaTestProperties properties() {
		return bound().settings().properties();
	}

	private synchronized Bound bound() {
		Bound known = this.bound;
		Bound current = (known != null && known.isFinal()) ? known : bind(known);
		this.bound = current;
		return current;
	}

	private Bound bind(@Nullable Bound known) {
		List<Integer> sources = ApplicationSources.of(this.environment).shape();
		BoundSettings settings = (known != null && known.sources().equals(sources)) ? known.settings()
				: new BoundSettings(PropertyRules.bind(this.environment));
		return new Bound(settings, sources, this.beanFactory.isConfigurationFrozen());
	}

	/**
	 * The bound properties.
	 *
	 * @param settings the settings of the cluster
	 * @param sources the shape of the sources that they were read from
	 * @param isFinal whether no property could be added any more
	 */
	private record Bound(BoundSettings settings, List<Integer> sources, boolean isFinal) {

	}

}
