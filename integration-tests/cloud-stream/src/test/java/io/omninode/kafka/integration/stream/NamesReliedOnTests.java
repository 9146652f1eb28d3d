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

package io.omninode.kafka.integration.stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the library knows of Spring Cloud Stream by name only is still called so.
 */
class NamesReliedOnTests {

	private static final String CUSTOMIZER = "org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer";

	@ParameterizedTest
	@ValueSource(strings = { CUSTOMIZER, "org.springframework.cloud.stream.binding.BindingService" })
	void aClassIsThere(String name) {
		assertThat(ClassUtils.isPresent(name, getClass().getClassLoader())).isTrue();
	}

	@Test
	void aCustomizerIsShownProducerFactories() {
		Class<?> customizer = ClassUtils.resolveClassName(CUSTOMIZER, getClass().getClassLoader());
		assertThat(customizer).isInterface();
		assertThat(ReflectionUtils.findMethod(customizer, "configure", ProducerFactory.class)).isNotNull();
	}

}
