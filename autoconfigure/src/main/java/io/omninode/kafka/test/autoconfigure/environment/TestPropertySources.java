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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * The property sources that a test itself adds to its environment: those of
 * {@code @DynamicPropertySource}, {@code @TestPropertySource},
 * {@code @SpringBootTest(properties, args)}, and of {@link TestPropertyValues} in an
 * initializer. Values in them count as set by the test, all others as set by the
 * application.
 *
 * @param names the names of the sources
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record TestPropertySources(Set<String> names) {

	/**
	 * The name of the bean.
	 */
	public static final String BEAN_NAME = "kafkaTestPropertySources";

	private static final String DYNAMIC = "Dynamic Test Properties";

	private static final String TEST_PROPERTY_VALUES = "test";

	private static final String ARGUMENTS = "commandLineArgs";

	/**
	 * Return the sources of a context whose test class is not known.
	 */
	public static TestPropertySources ofAnyTest() {
		return new TestPropertySources(
				Set.of(DYNAMIC, TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME));
	}

	/**
	 * Return the sources of the context of a test class.
	 * @param configuration the configuration of the test
	 * @param environment resolves placeholders in the locations of sources
	 */
	public static TestPropertySources of(MergedContextConfiguration configuration, Environment environment) {
		Set<String> names = new LinkedHashSet<>(ofAnyTest().names());
		names.add(TEST_PROPERTY_VALUES);
		if (hasArguments(configuration.getTestClass())) {
			names.add(ARGUMENTS);
		}
		StandardEnvironment scratch = new StandardEnvironment();
		scratch.getPropertySources()
			.stream()
			.map(PropertySource::getName)
			.toList()
			.forEach(scratch.getPropertySources()::remove);
		PropertySource<?> placeholders = new PlaceholderSource(environment);
		scratch.getPropertySources().addLast(placeholders);
		TestPropertySourceUtils.addPropertySourcesToEnvironment(scratch, new DefaultResourceLoader(),
				configuration.getPropertySourceDescriptors());
		scratch.getPropertySources()
			.stream()
			.filter((source) -> source != placeholders)
			.forEach((source) -> names.add(source.getName()));
		return new TestPropertySources(names);
	}

	/**
	 * Return whether a test passes arguments itself. Those of a main method belong to the
	 * application.
	 */
	private static boolean hasArguments(Class<?> testClass) {
		SpringBootTest annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, SpringBootTest.class);
		return annotation != null && annotation.args().length > 0;
	}

	/**
	 * Return whether a source is one of these.
	 */
	public boolean isOne(PropertySource<?> source) {
		return this.names.contains(source.getName());
	}

	/**
	 * Return the value that the test itself sets for a property, with elements separated
	 * by commas.
	 */
	public @Nullable String get(ConfigurableEnvironment environment, String name) {
		Binder binder = ApplicationSources.of(environment).binder(this::isOne);
		List<String> elements = binder.bind(name, Bindable.listOf(String.class)).orElse(List.of());
		return elements.isEmpty() ? null : String.join(",", elements);
	}

	/**
	 * Return whether the test itself sets a property, in any spelling.
	 */
	public boolean sets(ApplicationSources sources, String name) {
		return ApplicationSettings.find(sources.only(this::isOne), ClusterSetting.plain(name)::equals)
			.byPlainName()
			.containsKey(ClusterSetting.plain(name));
	}

	/**
	 * Return the cluster settings that do not come from the test.
	 * @param sources all sources except for the one of the starter
	 * @param condition selects the plain names that count
	 */
	public ApplicationSettings settingsOfOthers(ApplicationSources sources, Predicate<String> condition) {
		ApplicationSettings ofTest = ApplicationSettings.find(sources.only(this::isOne), (name) -> true);
		return ApplicationSettings.find(sources.only((source) -> !isOne(source)),
				(name) -> condition.test(name) && !ofTest.byPlainName().containsKey(name));
	}

	/**
	 * The properties that the locations of sources may refer to.
	 */
	private static final class PlaceholderSource extends PropertySource<Environment> {

		PlaceholderSource(Environment environment) {
			super("kafkaTestPlaceholders", environment);
		}

		@Override
		public @Nullable Object getProperty(String name) {
			return getSource().getProperty(name);
		}

	}

}
