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

import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.support.EnvironmentPostProcessorsFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * The environment that the context of a test will have, created without the context: the
 * sources of the test, then those that Boot's post-processors add, including
 * configuration files of the active profiles.
 */
final class TestEnvironment {

	private TestEnvironment() {
	}

	static ConfigurableEnvironment of(MergedContextConfiguration configuration) {
		StandardEnvironment environment = new StandardEnvironment();
		if (configuration.getActiveProfiles().length > 0) {
			environment.setActiveProfiles(configuration.getActiveProfiles());
		}
		addArguments(environment, configuration.getTestClass());
		TestPropertySourceUtils.addPropertySourcesToEnvironment(environment, new DefaultResourceLoader(),
				configuration.getPropertySourceDescriptors());
		TestPropertySourceUtils.addInlinedPropertiesToEnvironment(environment,
				configuration.getPropertySourceProperties());
		postProcess(environment, new SpringApplication(configuration.getClasses()));
		return environment;
	}

	private static void addArguments(ConfigurableEnvironment environment, Class<?> testClass) {
		SpringBootTest annotation = TestContextAnnotationUtils.findMergedAnnotation(testClass, SpringBootTest.class);
		if (annotation != null && annotation.args().length > 0) {
			environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(annotation.args()));
		}
	}

	private static void postProcess(ConfigurableEnvironment environment, SpringApplication application) {
		DefaultBootstrapContext bootstrapContext = new DefaultBootstrapContext();
		EnvironmentPostProcessorsFactory.fromSpringFactories(application.getClassLoader())
			.getEnvironmentPostProcessors((destination) -> destination.get(), bootstrapContext)
			.forEach((postProcessor) -> postProcessor.postProcessEnvironment(environment, application));
	}

}
