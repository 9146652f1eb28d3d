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

package io.omninode.kafka.test.autoconfigure.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/**
 * The property sources of an environment without the one of the starter.
 *
 * @param sources the sources, in order of precedence
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ApplicationSources(List<PropertySource<?>> sources) {

	/**
	 * The name of the source that replaces other clusters by that of the tests.
	 */
	public static final String OURS = "kafkaTest";

	/**
	 * The property that names the application's common cluster.
	 */
	public static final String APPLICATION_SERVERS = "spring.kafka.bootstrap-servers";

	/**
	 * The property that {@code @EmbeddedKafka} sets to the address of its broker.
	 */
	public static final String EMBEDDED_KAFKA = "spring.embedded.kafka.brokers";

	public static ApplicationSources of(ConfigurableEnvironment environment) {
		return new ApplicationSources(environment.getPropertySources()
			.stream()
			.filter((source) -> !source.getName().equals(OURS))
			.filter((source) -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
			.toList());
	}

	/**
	 * Return the identity of each source and the number of its properties. If two results
	 * are equal, no property was added in between.
	 */
	public List<Integer> shape() {
		return this.sources.stream()
			.flatMap((source) -> Stream.of(System.identityHashCode(source), names(source).length))
			.toList();
	}

	private static String[] names(PropertySource<?> source) {
		return (source instanceof EnumerablePropertySource<?> enumerable) ? enumerable.getPropertyNames()
				: new String[0];
	}

	public Binder binder() {
		return binder((source) -> true);
	}

	/**
	 * Return a binder for some of the sources, which resolves placeholders from all of
	 * them. A placeholder for the broker of {@code @EmbeddedKafka} resolves to an empty
	 * value, because it may be left over from a test with that annotation.
	 */
	public Binder binder(Predicate<PropertySource<?>> filter) {
		return new Binder(adapted(filter), placeholders());
	}

	private PlaceholdersResolver placeholders() {
		List<PropertySource<?>> all = new ArrayList<>(this.sources);
		all.add(0, new MapPropertySource(EMBEDDED_KAFKA, Map.of(EMBEDDED_KAFKA, "")));
		return new PropertySourcesPlaceholdersResolver(all);
	}

	/**
	 * Return some of the sources.
	 */
	public List<PropertySource<?>> only(Predicate<PropertySource<?>> filter) {
		return this.sources.stream().filter(filter).toList();
	}

	/**
	 * Return the properties of some of the sources whose values match a condition.
	 */
	public List<PropertyValue> find(Predicate<PropertySource<?>> filter, Predicate<String> condition) {
		List<PropertyValue> found = new ArrayList<>();
		for (PropertySource<?> source : only(filter)) {
			for (String name : names(source)) {
				PropertyValue property = resolved(name, source);
				if (condition.test(property.value())) {
					found.add(property);
				}
			}
		}
		return found;
	}

	/**
	 * Return a property of one of the sources.
	 */
	public PropertyValue resolved(String name, PropertySource<?> source) {
		Object value = placeholders().resolvePlaceholders(source.getProperty(name));
		return new PropertyValue(name, String.valueOf(value), source);
	}

	private Iterable<ConfigurationPropertySource> adapted(Predicate<PropertySource<?>> filter) {
		return ConfigurationPropertySources.from(only(filter));
	}

	/**
	 * Return a property with the place where it is set.
	 */
	public String describe(String name, List<String> values, Predicate<PropertySource<?>> filter) {
		Origin origin = origin(name, filter);
		return name + "=" + String.join(",", values) + ((origin != null) ? " (from " + origin + ")" : "");
	}

	private @Nullable Origin origin(String name, Predicate<PropertySource<?>> filter) {
		ConfigurationPropertyName whole = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : adapted(filter)) {
			ConfigurationProperty property = source.getConfigurationProperty(whole);
			property = (property != null) ? property : source.getConfigurationProperty(whole.append("[0]"));
			if (property != null) {
				return property.getOrigin();
			}
		}
		return null;
	}

}
