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

package io.omninode.kafka.test.junit;

import java.lang.reflect.AnnotatedElement;

import io.omninode.kafka.test.junit.KafkaAvailability.Availability;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * The condition of {@link EnabledIfKafkaAvailable}. It is evaluated for each class, and
 * for a method only if the method itself is annotated.
 */
class KafkaAvailableCondition implements ExecutionCondition {

	private static final ConditionEvaluationResult DECIDED = ConditionEvaluationResult.enabled("decided for the class");

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		return context.getElement().filter(this::isDecidedHere).isPresent() ? evaluate(context.getRequiredTestClass())
				: DECIDED;
	}

	private boolean isDecidedHere(AnnotatedElement element) {
		return element instanceof Class || AnnotationSupport.isAnnotated(element, EnabledIfKafkaAvailable.class);
	}

	private ConditionEvaluationResult evaluate(Class<?> testClass) {
		for (KafkaAvailability check : SpringFactoriesLoader.loadFactories(KafkaAvailability.class,
				testClass.getClassLoader())) {
			Availability availability = check.check(testClass);
			if (!availability.available()) {
				return unavailable(availability);
			}
		}
		return ConditionEvaluationResult.enabled("Kafka is available");
	}

	private static ConditionEvaluationResult unavailable(Availability availability) {
		if (availability.required()) {
			throw new ExtensionConfigurationException(availability.reason());
		}
		return ConditionEvaluationResult.disabled(availability.reason());
	}

}
