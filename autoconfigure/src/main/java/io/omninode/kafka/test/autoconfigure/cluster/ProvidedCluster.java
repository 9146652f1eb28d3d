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
 * A cluster that the test brings as a bean: {@link KafkaConnectionDetails}, of
 * Testcontainers for example, or the broker of {@code @EmbeddedKafka}. Details that the
 * application brings do not count; those of a library count until their addresses are
 * known.
 *
 * @param beanFactory holds the bean
 * @param beanName its name
 * @param embeddedKafka whether it is the broker of {@code @EmbeddedKafka}
 */
record ProvidedCluster(ConfigurableListableBeanFactory beanFactory, String beanName, boolean embeddedKafka) {

	private static final String BOOTS_DETAILS = "org.springframework.boot.kafka.autoconfigure.PropertiesKafkaConnectionDetails";

	private static final String EMBEDDED_KAFKA_BROKER = "org.springframework.kafka.test.EmbeddedKafkaBroker";

	/**
	 * Find the cluster, before Boot has defined connection details of its own.
	 * @param anyOrigin whether details of the application count too
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
	 * Return whether a bean is of Boot's auto-configuration. It may be there before ours
	 * is asked: where a test names it among its classes, or in a context that was
	 * processed ahead of time.
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
	 * Return whether the bean can be asked: the configuration is complete, and it is not
	 * being created at this moment.
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
