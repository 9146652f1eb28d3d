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
import java.util.Locale;
import java.util.stream.Collectors;

import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Thrown when a property of the starter has an invalid value and there is no context yet,
 * in which Boot's failure analyzers would report it.
 */
@SuppressWarnings("serial")
final class InvalidPropertyException extends IllegalStateException {

	private InvalidPropertyException(String property, String remedy, Throwable cause) {
		super(property + " is not valid. " + remedy, cause);
	}

	/**
	 * Bind the properties.
	 * @throws InvalidPropertyException if a value is not allowed; the message has the
	 * value and where it is set
	 */
	static KafkaTestProperties bind(ConfigurableEnvironment environment) {
		try {
			return PropertyRules.bind(environment);
		}
		catch (BindException ex) {
			throw new InvalidPropertyException(property(environment, ex), remedy(ex), ex);
		}
		catch (InvalidConfigurationPropertyValueException ex) {
			throw new InvalidPropertyException(property(environment, ex.getName(), ex.getValue()),
					String.valueOf(ex.getReason()), ex);
		}
	}

	private static String property(ConfigurableEnvironment environment, BindException ex) {
		return (ex.getProperty() != null)
				? property(environment, ex.getProperty().getName().toString(), ex.getProperty().getValue())
				: ex.getName().toString();
	}

	private static String property(ConfigurableEnvironment environment, String name, @Nullable Object value) {
		return ApplicationSources.of(environment).describe(name, List.of(String.valueOf(value)), (source) -> true);
	}

	private static String remedy(BindException ex) {
		Object[] allowed = ex.getTarget().getType().resolve(Object.class).getEnumConstants();
		return (allowed != null) ? "Write one of " + Arrays.stream(allowed)
			.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
			.collect(Collectors.joining(", ")) + "." : reason(ex);
	}

	private static String reason(Throwable ex) {
		Throwable deepest = ex;
		while (deepest.getCause() != null) {
			deepest = deepest.getCause();
		}
		return String.valueOf(deepest.getMessage());
	}

}
