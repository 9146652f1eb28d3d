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

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * {@link Conditional @Conditional} that matches in a context whose test needs Kafka: it
 * belongs to a {@code @SpringBootTest}, or to a slice with Boot's auto-configuration of
 * Kafka, and the auto-configuration of this library is not excluded.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Conditional(ConditionalOnApplicationWithKafka.OnApplicationWithKafka.class)
@interface ConditionalOnApplicationWithKafka {

	/**
	 * The condition, which is evaluated when all other classes have defined their beans.
	 */
	class OnApplicationWithKafka implements ConfigurationCondition {

		@Override
		public ConfigurationPhase getConfigurationPhase() {
			return ConfigurationPhase.REGISTER_BEAN;
		}

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
			return beanFactory != null && !Exclusions.areIn(context.getEnvironment()) && !Exclusions.areIn(beanFactory)
					&& (beanFactory.containsSingleton(KafkaTestContextCustomizer.WHOLE_APPLICATION)
							|| beanFactory.getBeanNamesForType(KafkaAutoConfiguration.class, true, false).length > 0);
		}

	}

}
