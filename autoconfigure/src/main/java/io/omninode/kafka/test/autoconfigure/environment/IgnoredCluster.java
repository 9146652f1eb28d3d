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
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * The application's own cluster, which the tests do not use.
 *
 * @param servers its addresses
 * @param description the property with its value and the place where it is set
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record IgnoredCluster(String servers, String description) {

	public static @Nullable IgnoredCluster find(ConfigurableEnvironment environment, TestPropertySources test) {
		ApplicationSources sources = ApplicationSources.of(environment);
		Predicate<PropertySource<?>> ofApplication = (source) -> !test.names().contains(source.getName());
		List<String> servers = sources.binder(ofApplication)
			.bind(ApplicationSources.APPLICATION_SERVERS, Bindable.listOf(String.class))
			.orElse(List.of());
		return servers.isEmpty() ? null : new IgnoredCluster(String.join(",", servers),
				sources.describe(ApplicationSources.APPLICATION_SERVERS, servers, ofApplication));
	}

}
