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
 * Imports the auto-configuration into a context that need not enable auto-configuration,
 * after everything else: where it is enabled, what it has imported stays in its place.
 */
@Configuration(proxyBeanMethods = false)
@Import(KafkaTestImports.Selector.class)
class KafkaTestImports implements SmartInitializingSingleton {

	private final ObjectProvider<DeclaredReplicas> replicas;

	KafkaTestImports(ObjectProvider<DeclaredReplicas> replicas) {
		this.replicas = replicas;
	}

	/**
	 * Defined before the beans of the application, this one is called before an admin of
	 * its own.
	 */
	@Override
	public void afterSingletonsInstantiated() {
		this.replicas.ifAvailable(DeclaredReplicas::afterSingletonsInstantiated);
	}

	/**
	 * Comes after the selector of {@code @EnableAutoConfiguration}.
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
