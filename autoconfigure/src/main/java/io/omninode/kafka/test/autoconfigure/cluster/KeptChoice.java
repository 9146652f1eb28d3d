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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.util.function.Supplier;

import io.omninode.kafka.test.autoconfigure.environment.TestPropertySources;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The choice of the cluster of a context. It is made once, and only repeated if the
 * settings change because the environment has grown before the bean factory is complete.
 */
final class KeptChoice {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConfigurableEnvironment environment;

	private final Supplier<? extends ClusterSettings> settings;

	private final TestPropertySources test;

	private volatile @Nullable ProvidedCluster provided;

	private @Nullable Chosen chosen;

	KeptChoice(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment,
			Supplier<? extends ClusterSettings> settings, TestPropertySources test) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.settings = settings;
		this.test = test;
		this.provided = ProvidedCluster.find(beanFactory,
				settings.get().foreignBeans() == ClusterSettings.ForeignBeans.ALLOWED);
	}

	/**
	 * Return the choice.
	 * @throws InvalidAddressException if the test sets an invalid address and no property
	 * can be added any more
	 */
	synchronized ClusterChoice get() {
		ClusterSettings settings = this.settings.get();
		Chosen known = this.chosen;
		if (known != null && known.stands(settings)) {
			return known.choice();
		}
		ClusterChoice choice = (known != null && known.by() == settings) ? known.choice() : choose(settings);
		boolean isFinal = this.beanFactory.isConfigurationFrozen();
		if (isFinal) {
			checkAddress(choice);
		}
		this.chosen = new Chosen(choice, settings, isFinal);
		return choice;
	}

	private ClusterChoice choose(ClusterSettings settings) {
		ProvidedCluster provided = this.provided;
		return (provided != null) ? ClusterChoice.provided(provided.description())
				: ClusterChoice.of(settings, this.environment, this.test);
	}

	private void checkAddress(ClusterChoice choice) {
		InvalidAddressException problem = choice.problem(this.environment, this.test);
		if (problem != null) {
			throw problem;
		}
	}

	/**
	 * Return the cluster that the test brings itself, or {@code null} if it brings none.
	 */
	@Nullable ProvidedCluster provided() {
		return this.provided;
	}

	/**
	 * Choose again, because a bean that looked like a cluster of the test is not one.
	 */
	synchronized void withoutProvided() {
		if (this.provided != null) {
			this.provided = null;
			this.chosen = null;
		}
	}

	/**
	 * A choice with the settings that led to it.
	 *
	 * @param choice the choice
	 * @param by the settings
	 * @param isFinal whether it was made, and its address checked, when no property could
	 * be added any more
	 */
	private record Chosen(ClusterChoice choice, ClusterSettings by, boolean isFinal) {

		boolean stands(ClusterSettings settings) {
			return this.isFinal && this.by == settings;
		}

	}

}
