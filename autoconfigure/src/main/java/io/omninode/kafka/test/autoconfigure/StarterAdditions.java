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

import java.io.IOException;
import java.net.URL;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.kafka.config.KafkaListenerConfigUtils;
import org.springframework.util.ClassUtils;

/**
 * Logs what the starter adds to the class path of the tests that the application seems to
 * lack in production. It cannot be known whether a library is present only because of the
 * starter, so each line says under which condition it matters.
 *
 * @param beanFactory the beans of the application
 */
record StarterAdditions(ConfigurableListableBeanFactory beanFactory) {

	private static final Logger logger = LoggerFactory.getLogger(KafkaTestAutoConfiguration.class);

	private static final String JACKSON_2 = "com.fasterxml.jackson.databind.ObjectMapper";

	private static final String JACKSON_3 = "tools.jackson.databind.ObjectMapper";

	private static final String AUTO_CONFIGURATIONS = "META-INF/spring/"
			+ "org.springframework.boot.autoconfigure.AutoConfiguration.imports";

	/**
	 * The configuration that is present if Boot's auto-configuration is used instead of
	 * {@code @EnableKafka}.
	 */
	private static final String ENABLED_BY_BOOT = "org.springframework.boot.kafka.autoconfigure."
			+ "KafkaAnnotationDrivenConfiguration$EnableKafkaConfiguration";

	void announce() {
		if (logger.isInfoEnabled()) {
			texts().forEach((text) -> logger.info("{}", text));
		}
	}

	List<String> texts() {
		List<String> texts = new ArrayList<>();
		if (isConfiguredByBootInTestsAlone()) {
			texts
				.add("Spring Boot configures Kafka in these tests, with the spring-boot-kafka that the starter brings. "
						+ "If the application has spring-kafka alone, spring.autoconfigure.exclude="
						+ KafkaAutoConfiguration.class.getName() + " in its tests leaves it as it is in production");
		}
		String mapper = firstBean(JACKSON_2);
		if (mapper != null && firstBean(JACKSON_3) == null) {
			texts.add("Spring Kafka maps headers with Jackson 3 in these tests, which the starter brings; the "
					+ "application uses Jackson 2 (bean <" + mapper + ">). If it has Jackson 2 alone, set a "
					+ "DefaultKafkaHeaderMapper on its message converters to have the same mapping in tests and in "
					+ "production");
		}
		return texts;
	}

	private boolean isConfiguredByBootInTestsAlone() {
		return firstBean(KafkaAutoConfiguration.class.getName()) != null
				&& this.beanFactory.containsBean(KafkaListenerConfigUtils.KAFKA_LISTENER_ANNOTATION_PROCESSOR_BEAN_NAME)
				&& !this.beanFactory.containsBean(ENABLED_BY_BOOT) && isBehindOurs(KafkaAutoConfiguration.class);
	}

	private @Nullable String firstBean(String type) {
		ClassLoader classLoader = this.beanFactory.getBeanClassLoader();
		if (!ClassUtils.isPresent(type, classLoader)) {
			return null;
		}
		String[] names = this.beanFactory.getBeanNamesForType(ClassUtils.resolveClassName(type, classLoader), true,
				false);
		return (names.length > 0) ? names[0] : null;
	}

	/**
	 * Return whether a class comes after this library on the class path. Build tools put
	 * what a dependency brings after it, and what earlier dependencies bring before it.
	 */
	private static boolean isBehindOurs(Class<?> type) {
		int other = position(type);
		return other > position(StarterAdditions.class);
	}

	private static int position(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		String location = (source != null) ? String.valueOf(source.getLocation()) : "none";
		try {
			List<URL> all = Collections.list(type.getClassLoader().getResources(AUTO_CONFIGURATIONS));
			return all.stream().map(URL::toString).map((url) -> url.contains(location)).toList().indexOf(true);
		}
		catch (IOException ex) {
			return -1;
		}
	}

}
