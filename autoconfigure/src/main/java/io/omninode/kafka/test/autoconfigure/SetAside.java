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

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The application's own cluster, which the tests do not use.
 *
 * @param servers its addresses
 * @param origin where they are set, if that is known
 */
record SetAside(String servers, @Nullable Origin origin) {

	private static final ConfigurationPropertyName NAME = ConfigurationPropertyName
		.of(ClusterChoice.APPLICATION_SERVERS);

	static @Nullable SetAside find(ConfigurableEnvironment environment, TestPropertySources test) {
		Iterable<ConfigurationPropertySource> sources = OtherSources.of(environment)
			.adapted((source) -> !test.names().contains(source.getName()));
		for (ConfigurationPropertySource source : sources) {
			ConfigurationProperty property = source.getConfigurationProperty(NAME);
			property = (property != null) ? property : source.getConfigurationProperty(NAME.append("[0]"));
			if (property != null) {
				return new SetAside(environment.resolvePlaceholders(String.valueOf(property.getValue())),
						property.getOrigin());
			}
		}
		return null;
	}

	@Override
	public String toString() {
		return ClusterChoice.APPLICATION_SERVERS + "=" + this.servers
				+ ((this.origin != null) ? " (from " + this.origin + ")" : "");
	}

}
