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

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link Conditional @Conditional} that matches in a context whose test needs a Kafka: it
 * is that of a {@code @SpringBootTest}, or a slice that has Boot's auto-configuration of
 * Kafka; and ours is not excluded.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Conditional(ConditionalOnApplicationWithKafka.OnApplicationWithKafka.class)
@interface ConditionalOnApplicationWithKafka {

	/**
	 * The condition. It is evaluated when all other classes have defined their beans.
	 */
	class OnApplicationWithKafka implements ConfigurationCondition {

		@Override
		public ConfigurationPhase getConfigurationPhase() {
			return ConfigurationPhase.REGISTER_BEAN;
		}

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
			return beanFactory != null && !isExcluded(context)
					&& (beanFactory.containsSingleton(KafkaTestContextCustomizer.WHOLE_APPLICATION)
							|| beanFactory.getBeanNamesForType(KafkaAutoConfiguration.class, true, false).length > 0);
		}

		private static boolean isExcluded(ConditionContext context) {
			return isExcludedByAnnotation(context.getBeanFactory()) || Binder.get(context.getEnvironment())
				.bind("spring.autoconfigure.exclude", Bindable.listOf(String.class))
				.orElse(List.of())
				.contains(KafkaTestAutoConfiguration.class.getName());
		}

		private static boolean isExcludedByAnnotation(@Nullable ConfigurableListableBeanFactory beanFactory) {
			return beanFactory != null && Stream.of(beanFactory.getBeanDefinitionNames())
				.map(beanFactory::getBeanDefinition)
				.filter(AnnotatedBeanDefinition.class::isInstance)
				.map((definition) -> ((AnnotatedBeanDefinition) definition).getMetadata())
				.map((metadata) -> metadata.getAnnotations().get(EnableAutoConfiguration.class))
				.filter(MergedAnnotation::isPresent)
				.flatMap((annotation) -> Stream.of("exclude", "excludeName")
					.flatMap((attribute) -> Stream.of(annotation.getStringArray(attribute))))
				.anyMatch(KafkaTestAutoConfiguration.class.getName()::equals);
		}

	}

}
