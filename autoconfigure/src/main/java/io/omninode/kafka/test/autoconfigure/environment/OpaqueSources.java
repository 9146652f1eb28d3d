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

import java.util.List;
import java.util.function.Predicate;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Reads property sources that cannot list their names, such as those of some vaults, by
 * asking for one name at a time. A source that itself asks the environment is not asked
 * again in the meantime.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class OpaqueSources {

	private static final List<String> ADDRESSES = List.of("bootstrap-servers", "bootstrapServers", "bootstrap.servers",
			"kafka.binder.brokers", "kafka.streams.binder.brokers");

	private final ThreadLocal<Boolean> asking = ThreadLocal.withInitial(() -> false);

	/**
	 * Return whether one of the sources has an address, as a single value or as list
	 * elements.
	 * @param sources the sources
	 * @param name the name of the property
	 * @return whether one of them has an address
	 */
	public boolean haveAddress(List<PropertySource<?>> sources, String name) {
		return ask(sources, (source) -> isAddress(source, name));
	}

	private static boolean isAddress(PropertySource<?> source, String name) {
		return source.containsProperty(name) || source.containsProperty(name + "[0]");
	}

	/**
	 * Return whether one of the sources has a protocol that belongs to an address. The
	 * address may be in another source or in the same one, on the same level or a higher
	 * one.
	 * @param sources the sources
	 * @param name the name of the property
	 * @param listed the settings of sources that can list their names
	 * @return whether one of them has such a protocol
	 */
	public boolean haveProtocol(List<PropertySource<?>> sources, String name, ApplicationSettings listed) {
		boolean besideListed = listed.isBesideAddress(ClusterSetting.plain(name));
		return ask(sources,
				(source) -> source.containsProperty(name) && (besideListed || isBesideAddress(source, name)));
	}

	private static boolean isBesideAddress(PropertySource<?> source, String name) {
		for (int end = name.lastIndexOf('.'); end > 0; end = name.lastIndexOf('.', end - 1)) {
			String prefix = name.substring(0, end + 1);
			if (ADDRESSES.stream().anyMatch((address) -> isAddress(source, prefix + address))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Return whether one of the sources has a schema registry that is not in memory.
	 * @param sources the sources
	 * @param name the name of the property
	 * @return whether one of them has such a registry
	 */
	public boolean haveRegistry(List<PropertySource<?>> sources, String name) {
		return ask(sources, (source) -> {
			Object value = source.getProperty(name);
			return value != null && !SchemaRegistry.isMock(value);
		});
	}

	private boolean ask(List<PropertySource<?>> sources, Predicate<PropertySource<?>> question) {
		if (this.asking.get()) {
			return false;
		}
		this.asking.set(true);
		try {
			return sources.stream()
				.filter((source) -> !(source instanceof EnumerablePropertySource))
				.anyMatch(question);
		}
		finally {
			this.asking.remove();
		}
	}

}
