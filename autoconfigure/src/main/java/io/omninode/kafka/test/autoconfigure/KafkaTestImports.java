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

import io.omninode.kafka.test.autoconfigure.application.DeclaredReplicas;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Imports the auto-configuration into a context that may not enable auto-configuration.
 * This happens after everything else, so that the order of imports does not change if
 * auto-configuration is enabled.
 */
@Configuration(proxyBeanMethods = false)
@Import(KafkaTestImports.Selector.class)
class KafkaTestImports implements SmartInitializingSingleton {

	private final ObjectProvider<DeclaredReplicas> replicas;

	KafkaTestImports(ObjectProvider<DeclaredReplicas> replicas) {
		this.replicas = replicas;
	}

	/**
	 * Limit the replicas of topics. This bean is defined before those of the application,
	 * so it is called before an admin of the application.
	 */
	@Override
	public void afterSingletonsInstantiated() {
		this.replicas.ifAvailable(DeclaredReplicas::afterSingletonsInstantiated);
	}

	/**
	 * A selector that runs after that of {@code @EnableAutoConfiguration}.
	 */
	static class Selector implements DeferredImportSelector, Ordered {

		@Override
		public String[] selectImports(AnnotationMetadata metadata) {
			return new String[] { KafkaTestImported.class.getName() };
		}

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

	}

}
