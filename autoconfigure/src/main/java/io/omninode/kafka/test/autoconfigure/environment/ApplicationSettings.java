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

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The properties with which the application names its clusters and schema registries, by
 * their {@link ClusterSetting#plain plain} names. A security protocol counts if it
 * belongs to addresses that count.
 *
 * @param byPlainName the properties by name, each with the highest precedence
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ApplicationSettings(Map<String, Setting> byPlainName) {

	/**
	 * Find the settings.
	 * @param sources the property sources of the application, in order of precedence
	 * @param condition selects the names that count
	 */
	public static ApplicationSettings find(List<PropertySource<?>> sources, Predicate<String> condition) {
		Map<String, Setting> found = new LinkedHashMap<>();
		for (PropertySource<?> source : sources) {
			for (String name : names(source)) {
				ClusterSetting kind = ClusterSetting.of(name);
				String plain = (kind != null) ? ClusterSetting.plain(name) : "";
				if (kind != null && condition.test(plain)) {
					found.putIfAbsent(plain, new Setting(name, kind, source));
				}
			}
		}
		removeProtocolsOfOthers(found);
		return new ApplicationSettings(found);
	}

	private static void removeProtocolsOfOthers(Map<String, Setting> found) {
		ApplicationSettings all = new ApplicationSettings(Map.copyOf(found));
		found.entrySet()
			.removeIf((entry) -> entry.getValue().kind() == ClusterSetting.PROTOCOL
					&& !all.isBesideAddress(entry.getKey()));
	}

	/**
	 * Return whether a property, by its plain name, belongs to an address.
	 */
	public boolean isBesideAddress(String plainName) {
		return plainName.startsWith("springkafka") || this.byPlainName.values()
			.stream()
			.filter((setting) -> setting.kind() == ClusterSetting.SERVERS)
			.map((setting) -> setting.kind().prefix(setting.name()))
			.anyMatch((prefix) -> !prefix.isEmpty() && plainName.startsWith(prefix));
	}

	private static List<String> names(PropertySource<?> source) {
		String[] names = (source instanceof EnumerablePropertySource<?> enumerable) ? enumerable.getPropertyNames()
				: new String[0];
		return (source instanceof SystemEnvironmentPropertySource)
				? List.of(names).stream().map(ApplicationSettings::ofVariable).toList() : List.of(names);
	}

	private static String ofVariable(String variable) {
		return variable.toLowerCase(Locale.ROOT).replace('_', '.');
	}

	/**
	 * Return the settings without in-memory schema registries, which are never used in
	 * production.
	 */
	public ApplicationSettings withoutMocks() {
		Map<String, Setting> others = new LinkedHashMap<>(this.byPlainName);
		others.values().removeIf(Setting::isMock);
		return new ApplicationSettings(others);
	}

	public @Nullable ClusterSetting kindOf(String name) {
		Setting setting = (ClusterSetting.of(name) != null) ? this.byPlainName.get(ClusterSetting.plain(name)) : null;
		return (setting != null) ? setting.kind() : null;
	}

	/**
	 * Return the addresses, without one of them.
	 */
	public List<Setting> others(String name) {
		return all().stream()
			.filter((setting) -> setting.kind() != ClusterSetting.PROTOCOL)
			.filter((setting) -> !ClusterSetting.plain(setting.name()).equals(ClusterSetting.plain(name)))
			.toList();
	}

	public Collection<Setting> all() {
		return this.byPlainName.values();
	}

	/**
	 * A property.
	 *
	 * @param name its name, as it is spelled where it is set
	 * @param kind its meaning
	 * @param source where it is set
	 */
	public record Setting(String name, ClusterSetting kind, PropertySource<?> source) {

		@Nullable Object value() {
			return this.source.getProperty(this.name);
		}

		private boolean isMock() {
			return this.kind == ClusterSetting.REGISTRY && SchemaRegistry.isMock(value());
		}

	}

}
