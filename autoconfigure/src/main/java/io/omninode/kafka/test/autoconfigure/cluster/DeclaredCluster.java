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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Tells whether a test brings its own cluster, as far as this is known before its context
 * is loaded.
 *
 * @param configuration the configuration of the test
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record DeclaredCluster(MergedContextConfiguration configuration) {

	private static final String SERVICE_CONNECTION = "org.springframework.boot.testcontainers.service.connection.ServiceConnection";

	/**
	 * Return whether the test certainly brings a cluster, with {@code @EmbeddedKafka}.
	 */
	public boolean isCertain() {
		return hasCustomizer("EmbeddedKafkaContextCustomizer");
	}

	/**
	 * Return whether the test may bring a cluster, because it has a service connection or
	 * registers the address as a dynamic property.
	 */
	public boolean isPossible() {
		return hasServiceConnection() || dynamicProperties().stream()
			.anyMatch(Set.of(ApplicationSources.APPLICATION_SERVERS, "kafka.test.bootstrap-servers")::contains);
	}

	private boolean hasCustomizer(String simpleName) {
		return this.configuration.getContextCustomizers()
			.stream()
			.map(ContextCustomizer::getClass)
			.anyMatch((type) -> type.getSimpleName().equals(simpleName));
	}

	/**
	 * Return whether a container of the test class, or of a configuration class, is a
	 * service connection to Kafka.
	 */
	private boolean hasServiceConnection() {
		List<Class<?>> types = new ArrayList<>(List.of(this.configuration.getClasses()));
		types.addAll(testClasses());
		return types.stream().anyMatch((type) -> hasServiceConnection(type));
	}

	private static boolean hasServiceConnection(Class<?> type) {
		Set<Class<?>> containers = new HashSet<>();
		ReflectionUtils.doWithFields(type, (field) -> containers.add(field.getType()),
				DeclaredCluster::isServiceConnection);
		ReflectionUtils.doWithMethods(type, (method) -> containers.add(method.getReturnType()),
				DeclaredCluster::isServiceConnection);
		return containers.stream().anyMatch(DeclaredCluster::isKafka);
	}

	private static boolean isServiceConnection(AnnotatedElement element) {
		return MergedAnnotations.from(element).isPresent(SERVICE_CONNECTION);
	}

	private static boolean isKafka(Class<?> container) {
		String name = container.getSimpleName().toLowerCase(Locale.ROOT);
		return name.contains("kafka") || name.contains("redpanda") || name.equals("genericcontainer");
	}

	/**
	 * Return the names of the registered properties, without evaluating their values.
	 */
	private Set<String> dynamicProperties() {
		Set<String> names = new HashSet<>();
		DynamicPropertyRegistry registry = (name, value) -> names.add(name);
		for (Class<?> testClass : testClasses()) {
			for (Method method : MethodIntrospector.selectMethods(testClass, this::isDynamic)) {
				ReflectionUtils.makeAccessible(method);
				ReflectionUtils.invokeMethod(method, null, registry);
			}
		}
		return names;
	}

	/**
	 * Return the test class and its enclosing classes from which it inherits its
	 * configuration.
	 */
	private List<Class<?>> testClasses() {
		List<Class<?>> testClasses = new ArrayList<>();
		Class<?> testClass = this.configuration.getTestClass();
		testClasses.add(testClass);
		while (TestContextAnnotationUtils.searchEnclosingClass(testClass)) {
			testClass = testClass.getEnclosingClass();
			testClasses.add(testClass);
		}
		return testClasses;
	}

	private boolean isDynamic(Method method) {
		return MergedAnnotations.from(method).isPresent(DynamicPropertySource.class);
	}

}
