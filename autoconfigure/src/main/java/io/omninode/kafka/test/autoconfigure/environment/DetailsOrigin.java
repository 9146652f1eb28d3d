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
 * Who brings a bean of {@link KafkaConnectionDetails}.
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
	 * The name of the singleton that tells where the code of the test is.
	 */
	public static final String TEST_LOCATION = "kafkaTestLocation";

	/**
	 * Return who brings a bean. Where nothing is known of the test, it is the test.
	 * @param beanFactory the bean factory of the context
	 * @param beanName the name of the bean
	 * @return who brings a bean
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
	 * Return whether a bean is one that the test's own code defines, for sure.
	 * @param beanFactory the bean factory of the context
	 * @param beanName the name of the bean
	 * @return whether a bean is one that the test's own code defines, for sure
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
	 * Return where the code of a class is, or {@code null} if that is not known.
	 * @param type the class
	 * @return where the code of a class is, or {@code null} if that is not known
	 */
	public static @Nullable URL location(Class<?> type) {
		CodeSource source = type.getProtectionDomain().getCodeSource();
		return (source != null) ? source.getLocation() : null;
	}

	/**
	 * Where the code of a test is.
	 *
	 * @param url the place
	 */
	public record Location(@Nullable URL url) {

	}

}
