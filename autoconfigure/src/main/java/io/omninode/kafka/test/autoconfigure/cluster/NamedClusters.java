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

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

import io.omninode.kafka.test.autoconfigure.environment.ApplicationSettings;
import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import io.omninode.kafka.test.autoconfigure.environment.ClusterSetting;
import io.omninode.kafka.test.autoconfigure.environment.IgnoredCluster;
import io.omninode.kafka.test.autoconfigure.environment.OpaqueSources;
import io.omninode.kafka.test.autoconfigure.environment.PropertyValue;
import io.omninode.kafka.test.autoconfigure.environment.TestPropertySources;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * The clusters and schema registries that the environment of a context names, and whether
 * the test or the application names them.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class NamedClusters {

	static final String SPRING_KAFKA = "springkafka";

	/**
	 * The prefixes of frameworks, whose clients never belong to another cluster.
	 */
	private static final List<String> KNOWN_PREFIXES = List.of(SPRING_KAFKA, "springcloud");

	private final ConfigurableEnvironment environment;

	private final TestPropertySources test;

	private final Supplier<? extends ClusterSettings> properties;

	private final OpaqueSources opaque = new OpaqueSources();

	NamedClusters(ConfigurableEnvironment environment, TestPropertySources test,
			Supplier<? extends ClusterSettings> properties) {
		this.environment = environment;
		this.test = test;
		this.properties = properties;
	}

	/**
	 * Return the application's own cluster, if it names one.
	 * @return the application's own cluster, if it names one
	 */
	public @Nullable IgnoredCluster ignored() {
		return IgnoredCluster.find(this.environment, this.test);
	}

	/**
	 * Return the settings of clusters and schema registries that come from the
	 * application and not from the test.
	 */
	ApplicationSettings settings() {
		ApplicationSettings settings = this.test.settingsOfOthers(ApplicationSources.of(this.environment),
				this::counts);
		return (this.properties.get().schemaRegistry() != null) ? settings : settings.withoutMocks();
	}

	/**
	 * Return the kind of a cluster property that is set in a source which cannot list its
	 * names, and not by the test, or {@code null}.
	 */
	@Nullable ClusterSetting opaqueKindOf(String name, ApplicationSettings listed) {
		ClusterSetting kind = ClusterSetting.of(name);
		if (kind == null || !counts(ClusterSetting.plain(name))
				|| this.test.sets(ApplicationSources.of(this.environment), name)) {
			return null;
		}
		List<PropertySource<?>> sources = ApplicationSources.of(this.environment)
			.only((source) -> !this.test.isOne(source));
		boolean isSet = switch (kind) {
			case SERVERS -> this.opaque.haveAddress(sources, name);
			case PROTOCOL -> this.opaque.haveProtocol(sources, name, listed);
			case REGISTRY -> this.opaque.haveRegistry(sources, name);
		};
		return isSet ? kind : null;
	}

	/**
	 * Return whether a property belongs to the address of a cluster other than the common
	 * one.
	 * @param name the name of the property
	 * @return whether it belongs to another cluster
	 */
	public boolean isOfAnother(String name) {
		String plain = ClusterSetting.plain(name);
		return KNOWN_PREFIXES.stream().noneMatch(plain::startsWith) && settings().isBesideAddress(plain);
	}

	private boolean counts(String plainName) {
		return this.properties.get().foreignBeans() != ClusterSettings.ForeignBeans.ALLOWED
				|| KNOWN_PREFIXES.stream().anyMatch(plainName::startsWith);
	}

	/**
	 * Return the properties other than the common address that name clusters and schema
	 * registries and are not used.
	 * @return the unused properties
	 */
	public List<PropertyValue> others() {
		ApplicationSources sources = ApplicationSources.of(this.environment);
		return settings().others(ApplicationSources.APPLICATION_SERVERS)
			.stream()
			.map((setting) -> sources.resolved(setting.name(), setting.source()))
			.filter((setting) -> StringUtils.hasText(setting.value()))
			.toList();
	}

	/**
	 * Return the value that the test itself sets for a property.
	 * @param name the name of the property
	 * @return the value, or {@code null} if the test does not set it
	 */
	public @Nullable String setByTest(String name) {
		return this.test.get(this.environment, name);
	}

	/**
	 * Return the properties that the test itself sets to certain values.
	 * @param condition selects the values
	 * @return the properties
	 */
	public List<PropertyValue> setByTest(Predicate<String> condition) {
		return ApplicationSources.of(this.environment).find(this.test::isOne, condition);
	}

	/**
	 * Return the properties that are set to certain values, but not by the test.
	 * @param condition selects the values
	 * @return the properties
	 */
	public List<PropertyValue> setByOthers(Predicate<String> condition) {
		return ApplicationSources.of(this.environment).find((source) -> !this.test.isOne(source), condition);
	}

}
