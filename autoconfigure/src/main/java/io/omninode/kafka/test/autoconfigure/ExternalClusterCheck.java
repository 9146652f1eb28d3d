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
import java.util.Objects;

import io.omninode.kafka.test.autoconfigure.cluster.ClusterChoice;
import io.omninode.kafka.test.autoconfigure.cluster.ClusterUse;
import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.environment.ApplicationSources;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.connectivity.Reachability;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.util.StringUtils;

/**
 * Asks an external cluster once whether it is available, before anything in the context
 * connects to it, because Kafka's clients would try for half a minute each. If it is not
 * available, a context that uses Kafka does not start. A context that may not need Kafka
 * logs a warning, and starts without creating topics.
 */
class ExternalClusterCheck implements BeanPostProcessor, SmartLifecycle, BeanFactoryAware, EnvironmentAware {

	private static final Logger logger = LoggerFactory.getLogger(KafkaTestAutoConfiguration.class);

	private @Nullable ConfigurableListableBeanFactory beanFactory;

	private @Nullable ConfigurableEnvironment environment;

	private @Nullable Reachability trouble;

	private boolean asked;

	private volatile boolean running;

	@Override
	public void setBeanFactory(BeanFactory beanFactory) {
		this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
	}

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = (ConfigurableEnvironment) environment;
	}

	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof KafkaAdmin admin && trouble() != null) {
			admin.setAutoCreate(false);
		}
		return bean;
	}

	@Override
	public void start() {
		this.running = true;
		Reachability found = trouble();
		if (found != null) {
			tell(found);
		}
	}

	private void tell(Reachability found) {
		if (isRequired() || isUsed()) {
			throw new ClusterUnavailableException(found, source());
		}
		logger.warn("{} Topics are not created", ClusterUnavailableException.text(found, source()));
	}

	/**
	 * Ask the cluster when the outcome is first needed.
	 */
	private synchronized @Nullable Reachability trouble() {
		if (!this.asked) {
			this.asked = true;
			ClusterChoice choice = cluster().choice();
			this.trouble = (choice.mode() == BrokerMode.EXTERNAL)
					? ask(List.of(StringUtils.commaDelimitedListToStringArray(choice.servers()))) : null;
		}
		return this.trouble;
	}

	/**
	 * Ask with and without TLS if the first way is not understood, because each client
	 * may have a security protocol of its own.
	 */
	private @Nullable Reachability ask(List<String> servers) {
		boolean tls = String
			.valueOf(EnvironmentKafkaAvailability.protocol(properties().securityProtocol(), environment()))
			.endsWith("SSL");
		Reachability found = ClusterWatch.of(servers, tls).trouble();
		boolean listens = found != null
				&& (found.outcome() == Reachability.Outcome.MUTE || found.outcome() == Reachability.Outcome.NOT_KAFKA);
		return (listens && ClusterWatch.of(servers, !tls).trouble() == null) ? null : found;
	}

	private boolean isRequired() {
		return properties().whenUnavailable() == KafkaTestProperties.WhenUnavailable.FAIL
				|| environment().getProperty("spring.kafka.admin.fail-fast", Boolean.class, false);
	}

	private boolean isUsed() {
		return new ClusterUse(Objects.requireNonNull(this.beanFactory)).isCertain();
	}

	private String source() {
		String ofTest = cluster().named().setByTest(ApplicationSources.APPLICATION_SERVERS);
		ApplicationSources sources = ApplicationSources.of(environment());
		if (ofTest != null) {
			return sources.describe(ApplicationSources.APPLICATION_SERVERS, List.of(ofTest), (source) -> true);
		}
		List<String> servers = properties().bootstrapServers();
		return (servers != null && !servers.isEmpty())
				? sources.describe("kafka.test.bootstrap-servers", servers, (source) -> true)
				: cluster().choice().reason();
	}

	private KafkaTestProperties properties() {
		return PropertyRules.bind(environment());
	}

	private ConfigurableEnvironment environment() {
		return Objects.requireNonNull(this.environment);
	}

	private TestCluster cluster() {
		return Objects.requireNonNull(this.beanFactory).getBean(TestCluster.BEAN_NAME, TestCluster.class);
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
