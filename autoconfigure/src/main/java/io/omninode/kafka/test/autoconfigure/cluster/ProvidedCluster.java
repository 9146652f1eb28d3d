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

import java.util.Arrays;

import io.omninode.kafka.test.autoconfigure.environment.DetailsOrigin;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.util.ClassUtils;

/**
 * A cluster that the test provides as a bean: {@link KafkaConnectionDetails}, for example
 * of Testcontainers, or the broker of {@code @EmbeddedKafka}. Connection details of the
 * application do not count, and those of a library count until their addresses are known.
 *
 * @param beanFactory contains the bean
 * @param beanName its name
 * @param embeddedKafka whether it is the broker of {@code @EmbeddedKafka}
 */
record ProvidedCluster(ConfigurableListableBeanFactory beanFactory, String beanName, boolean embeddedKafka) {

	private static final String BOOTS_DETAILS = "org.springframework.boot.kafka.autoconfigure.PropertiesKafkaConnectionDetails";

	private static final String EMBEDDED_KAFKA_BROKER = "org.springframework.kafka.test.EmbeddedKafkaBroker";

	/**
	 * Find the cluster before Boot has defined connection details of its own.
	 * @param anyOrigin whether details of the application count, too
	 */
	static @Nullable ProvidedCluster find(ConfigurableListableBeanFactory beanFactory, boolean anyOrigin) {
		String details = firstBean(beanFactory, KafkaConnectionDetails.class);
		if (details != null && (anyOrigin || DetailsOrigin.of(beanFactory, details) != DetailsOrigin.APPLICATION)) {
			return new ProvidedCluster(beanFactory, details, false);
		}
		if (ClassUtils.isPresent(EMBEDDED_KAFKA_BROKER, beanFactory.getBeanClassLoader())) {
			String broker = firstBean(beanFactory, EmbeddedKafkaBroker.class);
			return (broker != null) ? new ProvidedCluster(beanFactory, broker, true) : null;
		}
		return null;
	}

	private static @Nullable String firstBean(ConfigurableListableBeanFactory beanFactory, Class<?> type) {
		return Arrays.stream(beanFactory.getBeanNamesForType(type, true, false))
			.filter((name) -> !isBoots(beanFactory, name))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return whether a bean comes from Boot's auto-configuration. It may already exist
	 * when this is called, if a test lists that auto-configuration among its classes, or
	 * in a context that was processed ahead of time.
	 */
	private static boolean isBoots(ConfigurableListableBeanFactory beanFactory, String name) {
		Class<?> type = beanFactory.getType(name, false);
		return type != null && type.getName().equals(BOOTS_DETAILS);
	}

	static boolean isBoots(KafkaConnectionDetails details) {
		return details.getClass().getName().equals(BOOTS_DETAILS);
	}

	String description() {
		return this.embeddedKafka ? "@EmbeddedKafka" : "KafkaConnectionDetails bean <" + this.beanName + ">";
	}

	/**
	 * Return whether the bean can be used, because the configuration is complete and the
	 * bean is not currently being created.
	 */
	boolean isReady() {
		return this.beanFactory.isConfigurationFrozen() && !this.beanFactory.isCurrentlyInCreation(this.beanName);
	}

	String servers() {
		return this.embeddedKafka
				? this.beanFactory.getBean(this.beanName, EmbeddedKafkaBroker.class).getBrokersAsString()
				: String.join(",", details().getBootstrapServers());
	}

	@Nullable String securityProtocol() {
		return this.embeddedKafka ? SecurityProtocol.PLAINTEXT.name : details().getSecurityProtocol();
	}

	private KafkaConnectionDetails details() {
		return this.beanFactory.getBean(this.beanName, KafkaConnectionDetails.class);
	}

}
