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
import java.util.Map;
import java.util.function.Predicate;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.BrokerSpecification;
import io.omninode.kafka.test.broker.RunningBroker;
import io.omninode.kafka.test.broker.RunningBrokers;
import io.omninode.kafka.test.topic.ReplicaLimit;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.StringUtils;

/**
 * The cluster that one context uses. Its address is found, and the embedded broker
 * started, when somebody asks for it.
 * <p>
 * Until the bean factory is complete, the properties are read anew whenever the
 * environment has grown: a {@code DynamicPropertyRegistrar} may speak late. From then on
 * the choice stands.
 */
final class TestCluster implements DisposableBean {

	static final String BEAN_NAME = "kafkaTestCluster";

	private static final String SPRING_KAFKA = "springkafka";

	/**
	 * Names of frameworks, whose clients are never those of another cluster.
	 */
	private static final List<String> KNOWN_PREFIXES = List.of(SPRING_KAFKA, "springcloud");

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConfigurableEnvironment environment;

	private final TestPropertySources test;

	private final OpaqueSources opaque = new OpaqueSources();

	private volatile @Nullable ProvidedCluster provided;

	private @Nullable Bound bound;

	private @Nullable ClusterChoice choice;

	private final ContextUse use;

	private @Nullable RunningBroker broker;

	private volatile boolean apart;

	TestCluster(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.use = new ContextUse(beanFactory, environment);
		this.test = beanFactory.containsSingleton(TestPropertySources.BEAN_NAME)
				? beanFactory.getBean(TestPropertySources.BEAN_NAME, TestPropertySources.class)
				: TestPropertySources.ofAnyTest();
		this.provided = ProvidedCluster.find(beanFactory,
				foreignClusters() == KafkaTestProperties.ForeignClusters.ALLOW);
	}

	/**
	 * Return the choice.
	 * @throws InvalidAddressException if the test sets an address that is none, once all
	 * that can set it has spoken
	 */
	synchronized ClusterChoice choice() {
		ClusterChoice known = this.choice;
		if (known != null) {
			return known;
		}
		ProvidedCluster provided = this.provided;
		if (provided != null) {
			return ClusterChoice.provided(provided.description());
		}
		ClusterChoice choice = ClusterChoice.of(properties(), this.environment, this.test);
		if (isComplete()) {
			checkAddress(choice);
			this.choice = choice;
		}
		return choice;
	}

	private void checkAddress(ClusterChoice choice) {
		InvalidAddressException problem = choice.problem(this.environment, this.test);
		if (problem != null) {
			throw problem;
		}
	}

	/**
	 * Return whether connection details are those of the cluster of the tests. If it is a
	 * library that brings them, their addresses tell: it is a test that brings a cluster
	 * on this machine.
	 */
	boolean isOfTests(String beanName, KafkaConnectionDetails details) {
		if (foreignClusters() == KafkaTestProperties.ForeignClusters.ALLOW || ProvidedCluster.isBoots(details)) {
			return true;
		}
		boolean isOfTests = switch (DetailsOrigin.of(this.beanFactory, beanName)) {
			case TEST -> true;
			case APPLICATION -> false;
			case LIBRARY -> Addresses.of(details.getBootstrapServers()).areLoopback();
		};
		if (!isOfTests) {
			this.provided = null;
		}
		return isOfTests;
	}

	/**
	 * Return whether the test brings the cluster itself, as a bean.
	 */
	boolean isProvided() {
		return this.provided != null;
	}

	/**
	 * Return whether the cluster is that of {@code @EmbeddedKafka}.
	 */
	boolean isOfEmbeddedKafka() {
		ProvidedCluster provided = this.provided;
		return provided != null && provided.embeddedKafka();
	}

	synchronized KafkaTestProperties properties() {
		Bound known = this.bound;
		Bound current = (known != null && known.isFinal()) ? known : bind(known);
		this.bound = current;
		return current.properties();
	}

	private Bound bind(@Nullable Bound known) {
		List<Integer> sources = ApplicationSources.of(this.environment).shape();
		KafkaTestProperties properties = (known != null && known.sources().equals(sources)) ? known.properties()
				: PropertyRules.bind(this.environment);
		return new Bound(properties, sources, isComplete());
	}

	/**
	 * Return the application's own cluster, if it names one.
	 */
	@Nullable IgnoredCluster setAside() {
		return IgnoredCluster.find(this.environment, this.test);
	}

	/**
	 * Return what the application says of its clusters and schema registries, and the
	 * test does not.
	 */
	ApplicationSettings settings() {
		KafkaTestProperties bound = properties();
		ApplicationSettings settings = this.test.settingsOfOthers(ApplicationSources.of(this.environment),
				this::counts);
		return StringUtils.hasLength(bound.schemaRegistryUrl()) ? settings : settings.withoutMocks();
	}

	/**
	 * Return what a property says of a cluster that is set where nobody can list the
	 * names, and not by the test, or {@code null}.
	 */
	@Nullable ClusterSetting opaqueKindOf(String name, ApplicationSettings listed) {
		ClusterSetting kind = ClusterSetting.of(name);
		if (kind == null || !counts(ClusterSetting.plain(name))
				|| this.test.sets(ApplicationSources.of(this.environment), name)) {
			return null;
		}
		List<PropertySource<?>> sources = ApplicationSources.of(this.environment)
			.only((source) -> !this.test.isOne(source));
		boolean isSet = switch (kind) {
			case SERVERS -> this.opaque.haveAddress(sources, name);
			case PROTOCOL -> this.opaque.haveProtocol(sources, name, listed);
			case REGISTRY -> this.opaque.haveRegistry(sources, name);
		};
		return isSet ? kind : null;
	}

	/**
	 * Return whether a property stands beside the address of a cluster that is not the
	 * common one.
	 */
	boolean isOfAnother(String name) {
		String plain = ClusterSetting.plain(name);
		return KNOWN_PREFIXES.stream().noneMatch(plain::startsWith) && settings().isBesideAddress(plain);
	}

	private boolean counts(String plainName) {
		return foreignClusters() != KafkaTestProperties.ForeignClusters.ALLOW
				|| KNOWN_PREFIXES.stream().anyMatch(plainName::startsWith);
	}

	/**
	 * Return what names clusters and schema registries, besides the common address, and
	 * is not used.
	 */
	List<PropertyValue> otherAddresses() {
		ApplicationSources sources = ApplicationSources.of(this.environment);
		return settings().others(ApplicationSources.APPLICATION_SERVERS)
			.stream()
			.map((setting) -> sources.resolved(setting.name(), setting.source()))
			.filter((setting) -> StringUtils.hasText(setting.value()))
			.toList();
	}

	KafkaTestProperties.ForeignClusters foreignClusters() {
		return properties().foreignClusters();
	}

	/**
	 * Return the properties that the test itself set to certain values.
	 */
	List<PropertyValue> setByTest(Predicate<String> condition) {
		return ApplicationSources.of(this.environment).find(this.test::isOne, condition);
	}

	/**
	 * Return the properties that others than the test set to certain values.
	 */
	List<PropertyValue> setByOthers(Predicate<String> condition) {
		return ApplicationSources.of(this.environment).find((source) -> !this.test.isOne(source), condition);
	}

	/**
	 * Return whether no property can be added any more.
	 */
	boolean isComplete() {
		return this.beanFactory.isConfigurationFrozen();
	}

	/**
	 * Return what stands in the place of a setting of the application.
	 */
	@Nullable String value(ClusterSetting setting, String name) {
		return switch (setting) {
			case SERVERS -> servers();
			case PROTOCOL ->
				ClusterSetting.plain(name).startsWith(SPRING_KAFKA) ? securityProtocol() : commonProtocol();
			case REGISTRY -> registry();
		};
	}

	/**
	 * Return the schema registry of the tests. Where none is named it is one in memory,
	 * which the serializers of Confluent know.
	 */
	String registry() {
		String url = properties().schemaRegistryUrl();
		return StringUtils.hasLength(url) ? url : SchemaRegistry.IN_MEMORY;
	}

	/**
	 * Return what the test itself set for a property.
	 */
	@Nullable String setByTest(String name) {
		return this.test.get(this.environment, name);
	}

	/**
	 * Return the addresses, or {@code null} while they cannot be known.
	 */
	@Nullable String servers() {
		ProvidedCluster provided = this.provided;
		if (provided != null) {
			return provided.isReady() ? provided.servers() : null;
		}
		ClusterChoice choice = choice();
		return (choice.mode() == BrokerMode.EMBEDDED) ? borrow().bootstrapServers() : choice.servers();
	}

	/**
	 * Begin to start the embedded broker, if it is certain already that it is the one.
	 * Beside a context that runs, the listeners of this one decide, which are not all
	 * known yet: what is asked for is only checked.
	 */
	void startEarly() {
		boolean certain = this.provided == null && !isDefined(BrokerEngine.class)
				&& !isDefined(DynamicPropertyRegistrar.class);
		if (certain && choice().mode() == BrokerMode.EMBEDDED) {
			if (RunningBrokers.ofThisJvm().areInUse()) {
				specification(properties());
			}
			else {
				borrow();
			}
		}
	}

	/**
	 * Wait for the embedded broker if the context has beans that are going to connect.
	 */
	void awaitStarted() {
		if (isDefined(KafkaAdmin.class) && choice().mode() == BrokerMode.EMBEDDED) {
			RunningBroker embedded = borrow();
			if (!embedded.isStarted()) {
				new ClientWarmUp(embedded.bootstrapServers()).run();
			}
			embedded.awaitStarted();
		}
	}

	private boolean isDefined(Class<?> type) {
		return this.beanFactory.getBeanNamesForType(type, true, false).length > 0;
	}

	/**
	 * Borrow the embedded broker, once for the context: should it fail to start, the
	 * context fails with it, and only the next one tries again.
	 */
	private synchronized RunningBroker borrow() {
		RunningBroker known = this.broker;
		RunningBroker borrowed = (known != null) ? known : borrowAnew(properties());
		this.broker = borrowed;
		return borrowed;
	}

	private RunningBroker borrowAnew(KafkaTestProperties properties) {
		KafkaTestProperties.Embedded embedded = properties.embedded();
		BrokerSpecification specification = specification(properties);
		BrokerEngine engine = this.beanFactory.getBeanProvider(BrokerEngine.class).getIfAvailable(BrokerEngine::kraft);
		ExitHook exit = new ExitHook(this.beanFactory, this.environment);
		this.apart = !embedded.isolated() && !RunningBrokers.ofThisJvm().enter(this.use);
		return (embedded.isolated() || this.apart) ? RunningBrokers.ofThisJvm().startOwn(specification, engine, exit)
				: RunningBrokers.ofThisJvm().borrow(specification, engine, exit);
	}

	private static BrokerSpecification specification(KafkaTestProperties properties) {
		PropertyRules.checkReplication(properties);
		KafkaTestProperties.Embedded embedded = properties.embedded();
		return new BrokerSpecification(embedded.brokers(), embedded.securityProtocol(), embedded.properties());
	}

	/**
	 * Stop the broker if it is the context's own. Called when all beans are destroyed.
	 */
	@Override
	public synchronized void destroy() {
		RunningBrokers.ofThisJvm().leave(this.use);
		if (this.broker != null) {
			RunningBrokers.ofThisJvm().close(this.broker);
		}
	}

	/**
	 * Return how the context uses a shared broker.
	 */
	ContextUse use() {
		return this.use;
	}

	/**
	 * Return whether the embedded cluster is not that of a context that runs at the same
	 * time, because listeners of both are in one group.
	 */
	boolean isApart() {
		return this.apart;
	}

	/**
	 * Return whether the embedded cluster is the context's own.
	 */
	boolean isIsolated() {
		return this.provided == null && choice().mode() == BrokerMode.EMBEDDED && properties().embedded().isolated();
	}

	/**
	 * Return the embedded cluster, or {@code null} if it is another one.
	 */
	@Nullable RunningBroker embedded() {
		return (choice().mode() == BrokerMode.EMBEDDED) ? borrow() : null;
	}

	/**
	 * Return how many replicas the topics of the cluster can have.
	 */
	ReplicaLimit replicaLimit() {
		return (choice().mode() == BrokerMode.EMBEDDED) ? new ReplicaLimit(properties().embedded().brokers())
				: ReplicaLimit.NONE;
	}

	/**
	 * Return whether an embedded cluster asks its clients who they are.
	 */
	boolean isSecured() {
		return this.provided == null && properties().embedded().securityProtocol() != SecurityProtocol.PLAINTEXT;
	}

	/**
	 * Return what clients have to be told besides the address, which is nothing where the
	 * cluster is not a secured one of ours.
	 */
	Map<String, String> clientProperties() {
		RunningBroker embedded = isSecured() ? embedded() : null;
		return (embedded != null) ? embedded.clientProperties() : Map.of();
	}

	/**
	 * Return the security protocol that takes the place of the application's own, or
	 * {@code null} if the application's stays.
	 */
	@Nullable String securityProtocol() {
		ProvidedCluster provided = this.provided;
		if (provided != null) {
			return provided.isReady() ? provided.securityProtocol() : null;
		}
		if (choice().mode() == BrokerMode.EMBEDDED) {
			return properties().embedded().securityProtocol().name;
		}
		SecurityProtocol protocol = properties().securityProtocol();
		return (protocol != null) ? protocol.name : setByTest("spring.kafka.security.protocol");
	}

	/**
	 * Return the security protocol for clients that spoke to another cluster of the
	 * application: where the tests set none, it is that of the application's common
	 * cluster.
	 */
	private String commonProtocol() {
		String protocol = securityProtocol();
		return (protocol != null) ? protocol
				: this.environment.getProperty("spring.kafka.security.protocol", SecurityProtocol.PLAINTEXT.name);
	}

	/**
	 * The properties as they were bound.
	 *
	 * @param sources what they were read from
	 * @param isFinal whether no property could be added any more
	 */
	private record Bound(KafkaTestProperties properties, List<Integer> sources, boolean isFinal) {
	}

}
