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

import java.util.Map;
import java.util.function.Supplier;

import io.omninode.kafka.test.autoconfigure.environment.Addresses;
import io.omninode.kafka.test.autoconfigure.environment.ClusterSetting;
import io.omninode.kafka.test.autoconfigure.environment.DetailsOrigin;
import io.omninode.kafka.test.autoconfigure.environment.SchemaRegistry;
import io.omninode.kafka.test.autoconfigure.environment.TestPropertySources;
import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.RunningBroker;
import io.omninode.kafka.test.topic.ReplicaLimit;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The cluster of a context. Its address is determined, and the embedded broker started,
 * when it is first requested.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class TestCluster implements DisposableBean {

	/**
	 * The name of the bean.
	 */
	public static final String BEAN_NAME = "kafkaTestCluster";

	private static final String CREATES_TOPICS = "auto.create.topics.enable";

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConfigurableEnvironment environment;

	private final Supplier<? extends ClusterSettings> settings;

	private final NamedClusters named;

	private final BorrowedBroker broker;

	private final KeptChoice choice;

	public TestCluster(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment,
			Supplier<? extends ClusterSettings> settings) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.settings = settings;
		TestPropertySources test = beanFactory.containsSingleton(TestPropertySources.BEAN_NAME)
				? beanFactory.getBean(TestPropertySources.BEAN_NAME, TestPropertySources.class)
				: TestPropertySources.ofAnyTest();
		this.named = new NamedClusters(environment, test, settings);
		this.broker = new BorrowedBroker(beanFactory, environment, settings);
		this.choice = new KeptChoice(beanFactory, environment, settings, test);
	}

	/**
	 * Return the choice.
	 * @return the choice
	 * @throws InvalidAddressException if the test sets an invalid address and no property
	 * can be added any more
	 */
	public ClusterChoice choice() {
		return this.choice.get();
	}

	/**
	 * Return whether connection details are those of the cluster of the tests. If they
	 * come from a library, their addresses decide: a cluster on this machine counts as
	 * that of the tests.
	 * @param beanName the name of the bean
	 * @param details the details
	 * @return whether they are those of the cluster of the tests
	 */
	public boolean isOfTests(String beanName, KafkaConnectionDetails details) {
		if (foreignBeans() == ClusterSettings.ForeignBeans.ALLOWED || ProvidedCluster.isBoots(details)) {
			return true;
		}
		boolean isOfTests = switch (DetailsOrigin.of(this.beanFactory, beanName)) {
			case TEST -> true;
			case APPLICATION -> false;
			case LIBRARY -> Addresses.of(details.getBootstrapServers()).areLoopback();
		};
		if (!isOfTests) {
			this.choice.withoutProvided();
		}
		return isOfTests;
	}

	/**
	 * Return whether the test provides the cluster itself, as a bean.
	 * @return whether the test provides it
	 */
	public boolean isProvided() {
		return this.choice.provided() != null;
	}

	/**
	 * Return whether the cluster is that of {@code @EmbeddedKafka}.
	 */
	boolean isOfEmbeddedKafka() {
		ProvidedCluster provided = this.choice.provided();
		return provided != null && provided.embeddedKafka();
	}

	/**
	 * Return whether the cluster is the embedded one.
	 * @return whether the cluster is the embedded one
	 */
	public boolean isEmbedded() {
		return choice().mode() == BrokerMode.EMBEDDED;
	}

	/**
	 * Return whether no property can be added any more.
	 */
	boolean isComplete() {
		return this.beanFactory.isConfigurationFrozen();
	}

	/**
	 * Return what happens to beans that would connect to another cluster.
	 * @return what happens to them
	 */
	public ClusterSettings.ForeignBeans foreignBeans() {
		return this.settings.get().foreignBeans();
	}

	/**
	 * Return the clusters that the environment names.
	 * @return the clusters that the environment names
	 */
	public NamedClusters named() {
		return this.named;
	}

	/**
	 * Return the value that replaces a setting of the application.
	 */
	@Nullable String value(ClusterSetting setting, String name) {
		return switch (setting) {
			case SERVERS -> servers();
			case PROTOCOL -> ClusterSetting.plain(name).startsWith(NamedClusters.SPRING_KAFKA) ? securityProtocol()
					: commonProtocol();
			case REGISTRY -> registry();
		};
	}

	/**
	 * Return the schema registry of the tests. If none is configured, this is an
	 * in-memory one, which Confluent's serializers support.
	 * @return the schema registry of the tests
	 */
	public String registry() {
		String url = this.settings.get().schemaRegistry();
		return (url != null) ? url : SchemaRegistry.IN_MEMORY;
	}

	/**
	 * Return the addresses, or {@code null} while they cannot be known.
	 * @return the addresses, or {@code null} while they cannot be known
	 */
	public @Nullable String servers() {
		ProvidedCluster provided = this.choice.provided();
		if (provided != null) {
			return provided.isReady() ? provided.servers() : null;
		}
		ClusterChoice choice = choice();
		return (choice.mode() == BrokerMode.EMBEDDED) ? this.broker.get().bootstrapServers() : choice.servers();
	}

	/**
	 * Begin to start the embedded broker, if it is already certain that it is used.
	 */
	public void startEarly() {
		boolean certain = this.choice.provided() == null && !isDefined(BrokerEngine.class)
				&& !isDefined(DynamicPropertyRegistrar.class);
		if (certain && isEmbedded()) {
			this.broker.startEarly();
		}
	}

	/**
	 * Wait for the embedded broker if the context has beans that will connect.
	 */
	public void awaitStarted() {
		if (isDefined(KafkaAdmin.class) && isEmbedded()) {
			this.broker.awaitStarted();
		}
	}

	private boolean isDefined(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

	/**
	 * Set whether the context is running.
	 * @param running whether it is
	 */
	public void running(boolean running) {
		this.broker.running(running);
	}

	/**
	 * Stop the broker if it is the context's own. Called when all beans are destroyed.
	 */
	@Override
	public void destroy() {
		this.broker.giveBack();
	}

	/**
	 * Return whether the embedded cluster is not shared with a context that runs at the
	 * same time, because listeners of both are in the same group.
	 * @return whether the context has a cluster of its own for that reason
	 */
	public boolean isApart() {
		return this.broker.isApart();
	}

	/**
	 * Return whether the embedded cluster is the context's own.
	 * @return whether the embedded cluster is the context's own
	 */
	public boolean isIsolated() {
		return isEmbedded() && this.settings.get().isIsolated();
	}

	/**
	 * Return the embedded cluster, or {@code null} if it is another one.
	 * @return the embedded cluster, or {@code null} if it is another one
	 */
	public @Nullable RunningBroker embedded() {
		return isEmbedded() ? this.broker.get() : null;
	}

	/**
	 * Return whether the cluster is embedded, and creates topics that clients request.
	 * @return whether it does
	 */
	public boolean createsTopics() {
		return isEmbedded()
				&& !"false".equalsIgnoreCase(this.settings.get().embedded().properties().get(CREATES_TOPICS));
	}

	/**
	 * Return the maximum number of replicas of topics in the cluster.
	 * @return the limit
	 */
	public ReplicaLimit replicaLimit() {
		return isEmbedded() ? new ReplicaLimit(this.settings.get().embedded().brokers()) : ReplicaLimit.NONE;
	}

	/**
	 * Return whether the cluster is an embedded one that authenticates its clients.
	 * @return whether it is secured
	 */
	public boolean isSecured() {
		return this.choice.provided() == null
				&& this.settings.get().embedded().securityProtocol() != SecurityProtocol.PLAINTEXT;
	}

	/**
	 * Return the configuration that clients need besides the address. It is empty unless
	 * the cluster is a secured embedded one.
	 */
	Map<String, String> clientProperties() {
		RunningBroker embedded = isSecured() ? embedded() : null;
		return (embedded != null) ? embedded.clientProperties() : Map.of();
	}

	/**
	 * Return the security protocol that replaces that of the application, or {@code null}
	 * to keep it.
	 * @return the security protocol, or {@code null} to keep that of the application
	 */
	public @Nullable String securityProtocol() {
		ProvidedCluster provided = this.choice.provided();
		if (provided != null) {
			return provided.isReady() ? provided.securityProtocol() : null;
		}
		SecurityProtocol protocol = isEmbedded() ? this.settings.get().embedded().securityProtocol()
				: this.settings.get().securityProtocol();
		return (protocol != null) ? protocol.name : this.named.setByTest("spring.kafka.security.protocol");
	}

	/**
	 * Return the security protocol for clients that would connect to another cluster of
	 * the application. If the tests set none, this is the protocol of the application's
	 * common cluster.
	 */
	private String commonProtocol() {
		String protocol = securityProtocol();
		return (protocol != null) ? protocol
				: this.environment.getProperty("spring.kafka.security.protocol", SecurityProtocol.PLAINTEXT.name);
	}

}
