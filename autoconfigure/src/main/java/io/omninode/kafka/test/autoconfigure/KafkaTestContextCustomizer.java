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

import io.omninode.kafka.test.autoconfigure.environment.DetailsOrigin;
import io.omninode.kafka.test.autoconfigure.environment.TestPropertySources;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Tells the context of a test class which of its property sources the test itself added,
 * and applies the auto-configuration there, whether the test enables auto-configuration
 * or not. All instances for one kind of test are equal, so that context caching is not
 * affected.
 *
 * @param wholeApplication whether the test is a {@code @SpringBootTest} and not a slice
 * @param excluded whether the test class excludes the auto-configuration
 */
record KafkaTestContextCustomizer(boolean wholeApplication, boolean excluded) implements ContextCustomizer {

	/**
	 * The name of a singleton that only the context of a {@code @SpringBootTest} has.
	 */
	static final String WHOLE_APPLICATION = "kafkaTestWholeApplication";

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
		ConfigurableListableBeanFactory beanFactory = context.getBeanFactory();
		beanFactory.registerSingleton(TestPropertySources.BEAN_NAME,
				TestPropertySources.of(configuration, context.getEnvironment()));
		beanFactory.registerSingleton(DetailsOrigin.TEST_LOCATION,
				new DetailsOrigin.Location(DetailsOrigin.location(configuration.getTestClass())));
		if (context.getEnvironment().getProperty("kafka.test.enabled", Boolean.class, true) && !this.excluded
				&& !AotDetector.useGeneratedArtifacts()) {
			addImports(beanFactory);
		}
	}

	/**
	 * Add the imports, unless the context was processed ahead of time and already has
	 * them.
	 */
	private void addImports(ConfigurableListableBeanFactory beanFactory) {
		if (this.wholeApplication) {
			beanFactory.registerSingleton(WHOLE_APPLICATION, new WholeApplication());
		}
		if (beanFactory instanceof BeanDefinitionRegistry registry) {
			registry.registerBeanDefinition("kafkaTestImports", new RootBeanDefinition(KafkaTestImports.class));
		}
	}

	private static final class WholeApplication {

	}

}
