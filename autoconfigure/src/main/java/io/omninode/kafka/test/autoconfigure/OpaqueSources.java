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

import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;

/**
 * Property sources that cannot list their names, as those of some vaults: they are asked
 * for one name at a time. One that asks the environment in turn is not asked again
 * meanwhile.
 */
final class OpaqueSources {

	private final ThreadLocal<Boolean> asking = ThreadLocal.withInitial(() -> false);

	/**
	 * Return whether one of the sources has a property, and cannot list it.
	 */
	boolean has(List<PropertySource<?>> sources, String name) {
		if (this.asking.get()) {
			return false;
		}
		this.asking.set(true);
		try {
			return sources.stream()
				.anyMatch((source) -> !(source instanceof EnumerablePropertySource) && source.containsProperty(name));
		}
		finally {
			this.asking.remove();
		}
	}

}
