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

package io.omninode.kafka.test.autoconfigure.environment;

import java.net.URL;
import java.security.CodeSource;
import java.util.Locale;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * The origin of a {@link KafkaConnectionDetails} bean.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public enum DetailsOrigin {

	/**
	 * The test: a service connection of Spring Boot, a class of the test's own code, or a
	 * {@code @TestConfiguration}.
	 */
	TEST,

	/**
	 * The application.
	 */
	APPLICATION,

	/**
	 * A library, of the test or of the application.
	 */
	LIBRARY;

	/**
	 * The name of the singleton that holds the location of the code of the test.
	 */
	public static final String TEST_LOCATION = "kafkaTestLocation";

	/**
	 * Return the origin of a bean. If nothing is known about the test, the origin is the
	 * test.
	 * @param beanFactory the bean factory of the context
	 * @param beanName the name of the bean
	 * @return the origin
	 */
	public static DetailsOrigin of(ConfigurableListableBeanFactory beanFactory, String beanName) {
		Class<?> definer = definer(beanFactory, beanName);
		URL location = (definer != null) ? location(definer) : null;
		URL test = testLocation(beanFactory);
		if (definer == null || location == null || test == null || isSpring(definer) || isOfTest(definer)
				|| location.toString().equals(test.toString())) {
			return TEST;
		}
		return isDirectoryOfApplication(location) ? APPLICATION : LIBRARY;
	}

	/**
	 * Return whether a bean is certainly defined by the test's own code.
	 * @param beanFactory the bean factory of the context
	 * @param beanName the name of the bean
	 * @return whether it certainly is
	 */
	public static boolean isDefinedByTest(ConfigurableListableBeanFactory beanFactory, String beanName) {
		Class<?> definer = definer(beanFactory, beanName);
		if (definer == null || isSpring(definer)) {
			return false;
		}
		URL location = location(definer);
		URL test = testLocation(beanFactory);
		return isOfTest(definer) || (location != null && test != null && location.toString().equals(test.toString()));
	}

	private static @Nullable URL testLocation(ConfigurableListableBeanFactory beanFactory) {
		return beanFactory.containsSingleton(TEST_LOCATION) ? beanFactory.getBean(TEST_LOCATION, Location.class).url()
				: null;
	}

	private static @Nullable Class<?> definer(ConfigurableListableBeanFactory beanFactory, String beanName) {
		BeanDefinition definition = beanFactory.containsBeanDefinition(beanName)
				? beanFactory.getMergedBeanDefinition(beanName) : null;
		String factory = (definition != null) ? definition.getFactoryBeanName() : null;
		Class<?> type = beanFactory.getType((factory != null) ? factory : beanName, false);
		if (factory == null && definition != null && definition.getBeanClassName() != null) {
			type = ClassUtils.resolveClassName(definition.getBeanClassName(), beanFactory.getBeanClassLoader());
		}
		return (type != null) ? ClassUtils.getUserClass(type) : null;
	}

	private static boolean isSpring(Class<?> type) {
		return type.getName().startsWith("org.springframework.");
	}

	private static boolean isOfTest(Class<?> type) {
		for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
			if (MergedAnnotations.from(each).isPresent(TestConfiguration.class)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isDirectoryOfApplication(URL location) {
		String path = StringUtils.trimTrailingCharacter(location.getPath(), '/');
		boolean isDirectory = location.getPath().endsWith("/");
		return isDirectory && !path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT).contains("test");
	}

	/**
	 * Return the location of the code of a class, or {@code null} if it is not known.
	 * @param type the class
	 * @return the location, or {@code null} if it is not known
	 */
	public static @Nullable URL location(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		return (source != null) ? source.getLocation() : null;
	}

	/**
	 * The location of the code of a test.
	 *
	 * @param url the location
	 */
	public record Location(@Nullable URL url) {

	}

}
