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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.omninode.kafka.test.autoconfigure.environment.ApplicationSettings;
import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import io.omninode.kafka.test.autoconfigure.environment.ClusterSetting;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Replaces the clusters and schema registries that the application names by the
 * {@link TestCluster}, for everything that reads them from the environment: Boot's beans,
 * factories built by hand from {@code KafkaProperties}, {@code @Value}, binders of Spring
 * Cloud Stream.
 * <p>
 * Besides the common address, and that of {@code @EmbeddedKafka} if it is missing, it
 * only has properties that the application has set. Properties set by the test itself are
 * not replaced.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class TestClusterPropertySource extends EnumerablePropertySource<TestCluster> {

	private static final String PREFIX = "spring.kafka.";

	private static final List<String> CLIENTS = Stream.of("", "consumer.", "producer.", "admin.", "streams.")
		.map(PREFIX::concat)
		.toList();

	private final Settings settings;

	private final @Nullable SecurityProperties security;

	public TestClusterPropertySource(TestCluster cluster, ConfigurableEnvironment environment) {
		super(ApplicationSources.OURS, cluster);
		this.settings = new Settings(cluster, cluster.named().settings());
		this.security = cluster.isSecured() ? new SecurityProperties(Binder.get(environment), CLIENTS) : null;
	}

	@Override
	public @Nullable Object getProperty(String name) {
		ClusterSetting setting = this.settings.kindOf(name);
		if (setting != null) {
			String ofTest = this.settings.isAlwaysAnswered(name) ? getSource().named().setByTest(name) : null;
			return (ofTest != null) ? ofTest : getSource().value(setting, name);
		}
		return name.startsWith("spring.") ? security().get(name) : null;
	}

	/**
	 * Return the security properties that the application's clients need for the cluster.
	 */
	private Map<String, String> security() {
		SecurityProperties properties = this.security;
		return (properties != null) ? properties.of(getSource().clientProperties()) : Map.of();
	}

	@Override
	public String[] getPropertyNames() {
		Set<String> names = new LinkedHashSet<>(this.settings.names());
		names.addAll(security().keySet());
		return names.toArray(String[]::new);
	}

	@Override
	public boolean containsProperty(String name) {
		return this.settings.kindOf(name) != null || security().containsKey(name);
	}

	/**
	 * The names of the replaced properties. They are looked up when the source is
	 * created, and again when no property can be added any more.
	 */
	private static final class Settings {

		private final Map<String, ClusterSetting> always = new LinkedHashMap<>();

		private final TestCluster cluster;

		private volatile ApplicationSettings found;

		private volatile boolean complete;

		Settings(TestCluster cluster, ApplicationSettings found) {
			this.cluster = cluster;
			this.found = found;
			this.always.put(PREFIX + "bootstrap-servers", ClusterSetting.SERVERS);
			this.always.put(PREFIX + "security.protocol", ClusterSetting.PROTOCOL);
			if (!cluster.isOfEmbeddedKafka()) {
				this.always.put(ApplicationSources.EMBEDDED_KAFKA, ClusterSetting.SERVERS);
			}
		}

		boolean isAlwaysAnswered(String name) {
			return this.always.containsKey(name);
		}

		@Nullable ClusterSetting kindOf(String name) {
			ClusterSetting always = this.always.get(name);
			if (always != null) {
				return always;
			}
			ApplicationSettings listed = found();
			ClusterSetting known = listed.kindOf(name);
			return (known != null) ? known : this.cluster.named().opaqueKindOf(name, listed);
		}

		List<String> names() {
			List<String> names = new ArrayList<>(this.always.keySet());
			Predicate<String> isOther = (name) -> !isAlwaysAnswered(name);
			found().all().stream().map(ApplicationSettings.Setting::name).filter(isOther).forEach(names::add);
			return names;
		}

		private ApplicationSettings found() {
			if (!this.complete && this.cluster.isComplete()) {
				this.found = this.cluster.named().settings();
				this.complete = true;
			}
			return this.found;
		}

	}

}
