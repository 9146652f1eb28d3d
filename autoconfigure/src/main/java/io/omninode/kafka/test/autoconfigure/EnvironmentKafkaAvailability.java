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

import java.util.List;

import io.omninode.kafka.test.autoconfigure.cluster.ClusterChoice;
import io.omninode.kafka.test.autoconfigure.cluster.DeclaredCluster;
import io.omninode.kafka.test.autoconfigure.cluster.InvalidAddressException;
import io.omninode.kafka.test.autoconfigure.environment.TestPropertySources;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.connectivity.KafkaConnectivity;
import io.omninode.kafka.test.connectivity.Reachability;
import io.omninode.kafka.test.junit.KafkaAvailability;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.BootstrapUtils;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.StringUtils;

/**
 * {@link KafkaAvailability} based on the environment that a test class will have.
 */
class EnvironmentKafkaAvailability implements KafkaAvailability {

	@Override
	public Availability check(Class<?> testClass) {
		MergedContextConfiguration configuration = BootstrapUtils.resolveTestContextBootstrapper(testClass)
			.buildMergedContextConfiguration();
		ConfigurableEnvironment environment = TestEnvironment.of(configuration);
		if (!environment.getProperty("kafka.test.enabled", Boolean.class, true)) {
			return new Availability(true, false, "kafka.test.enabled is false");
		}
		KafkaTestProperties properties = InvalidPropertyException.bind(environment);
		TestPropertySources test = TestPropertySources.of(configuration, environment);
		ClusterChoice choice = ClusterChoice.of(new BoundSettings(properties), environment, test);
		DeclaredCluster own = new DeclaredCluster(configuration);
		if (choice.mode() != BrokerMode.EXTERNAL || own.isCertain() || !choice.isResolved()) {
			return new Availability(true, false, choice.reason());
		}
		InvalidAddressException problem = choice.problem(environment, test);
		if (problem != null) {
			return availableOr(problem, own, choice);
		}
		Reachability reachability = probe(properties, choice, environment);
		boolean available = reachability.isAvailable() || own.isPossible();
		boolean required = properties.whenUnavailable() == KafkaTestProperties.WhenUnavailable.FAIL;
		return new Availability(available, required, reachability + "; " + choice.reason());
	}

	private static Availability availableOr(InvalidAddressException problem, DeclaredCluster own,
			ClusterChoice choice) {
		if (own.isPossible()) {
			return new Availability(true, false, choice.reason());
		}
		throw problem;
	}

	private Reachability probe(KafkaTestProperties properties, ClusterChoice choice,
			ConfigurableEnvironment environment) {
		KafkaConnectivity connectivity = ConnectivityFactory.create(
				List.of(StringUtils.commaDelimitedListToStringArray(choice.servers())),
				protocol(properties.securityProtocol(), environment), properties.connectivity());
		return connectivity.probe();
	}

	/**
	 * Return the security protocol with which most clients of a context connect.
	 */
	static @Nullable String protocol(@Nullable SecurityProtocol ofTest, ConfigurableEnvironment environment) {
		if (ofTest != null) {
			return ofTest.name;
		}
		String common = environment.getProperty("spring.kafka.security.protocol");
		return (common != null) ? common : environment.getProperty("spring.kafka.properties.security.protocol");
	}

}
