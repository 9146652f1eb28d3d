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

import java.util.Arrays;
import java.util.List;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.env.Environment;

/**
 * Detects whether the auto-configuration of this library is excluded, in any of the
 * possible ways.
 */
final class Exclusions {

	private static final String OURS = KafkaTestAutoConfiguration.class.getName();

	private Exclusions() {
	}

	/**
	 * Return whether a property excludes it.
	 */
	static boolean areIn(Environment environment) {
		return Binder.get(environment)
			.bind("spring.autoconfigure.exclude", Bindable.listOf(String.class))
			.orElse(List.of())
			.contains(OURS);
	}

	/**
	 * Return whether one of the configuration classes of a context excludes it.
	 */
	static boolean areIn(ConfigurableListableBeanFactory beanFactory) {
		return Arrays.stream(beanFactory.getBeanDefinitionNames())
			.map(beanFactory::getBeanDefinition)
			.filter((definition) -> definition.getFactoryMethodName() == null)
			.anyMatch((definition) -> definition instanceof AnnotatedBeanDefinition annotated
					&& areIn(annotated.getMetadata().getAnnotations()));
	}

	/**
	 * Return whether an annotation of a class excludes it.
	 */
	static boolean areIn(MergedAnnotations annotations) {
		return annotations.stream(EnableAutoConfiguration.class)
			.anyMatch((annotation) -> isNamed(annotation, "exclude") || isNamed(annotation, "excludeName"))
				|| annotations.stream(ImportAutoConfiguration.class)
					.anyMatch((annotation) -> isNamed(annotation, "exclude"));
	}

	private static boolean isNamed(MergedAnnotation<?> annotation, String attribute) {
		Object names = annotation.asMap(MergedAnnotation.Adapt.CLASS_TO_STRING).get(attribute);
		return names instanceof String[] all && List.of(all).contains(OURS);
	}

}
