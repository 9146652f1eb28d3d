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

import java.util.Arrays;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.FakeEngine;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application, or a framework it uses, injects or collects by type is the same
 * with the starter as without it.
 */
class BeanCandidatesTests {

	private static final String[] OURS = { KafkaTestAutoConfiguration.class.getName(),
			KafkaTestClientsAutoConfiguration.class.getName() };

	private static final String BOOTS = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration";

	private static final String[] TYPES = { "java.lang.Runnable", "java.lang.String", "java.time.Clock",
			"java.time.Duration", "java.util.Comparator", "java.util.List", "java.util.Map",
			"java.util.concurrent.Callable", "java.util.concurrent.Executor", "java.util.concurrent.ThreadFactory",
			"java.util.function.BiConsumer", "java.util.function.BiFunction", "java.util.function.BinaryOperator",
			"java.util.function.Consumer", "java.util.function.Function", "java.util.function.Predicate",
			"java.util.function.Supplier", "java.util.function.UnaryOperator",
			// Kafka
			"org.apache.kafka.clients.admin.Admin", "org.apache.kafka.clients.admin.NewTopic",
			"org.apache.kafka.clients.consumer.Consumer", "org.apache.kafka.clients.consumer.ConsumerInterceptor",
			"org.apache.kafka.clients.consumer.ConsumerRebalanceListener", "org.apache.kafka.clients.producer.Producer",
			"org.apache.kafka.clients.producer.Partitioner", "org.apache.kafka.clients.producer.ProducerInterceptor",
			"org.apache.kafka.common.serialization.Deserializer", "org.apache.kafka.common.serialization.Serde",
			"org.apache.kafka.common.serialization.Serializer", "org.apache.kafka.streams.StreamsBuilder",
			// Spring Kafka
			"org.springframework.kafka.annotation.KafkaListenerConfigurer",
			"org.springframework.kafka.config.AbstractKafkaListenerEndpoint",
			"org.springframework.kafka.config.ContainerCustomizer",
			"org.springframework.kafka.config.KafkaListenerContainerFactory",
			"org.springframework.kafka.config.KafkaStreamsConfiguration",
			"org.springframework.kafka.config.StreamsBuilderFactoryBean",
			"org.springframework.kafka.core.ConsumerFactory", "org.springframework.kafka.core.KafkaAdmin",
			"org.springframework.kafka.core.KafkaAdmin$NewTopics",
			"org.springframework.kafka.core.KafkaAdminOperations", "org.springframework.kafka.core.KafkaOperations",
			"org.springframework.kafka.core.KafkaTemplate", "org.springframework.kafka.core.ProducerFactory",
			"org.springframework.kafka.core.ShareConsumerFactory",
			"org.springframework.kafka.listener.AfterRollbackProcessor",
			"org.springframework.kafka.listener.BatchInterceptor",
			"org.springframework.kafka.listener.CommonErrorHandler",
			"org.springframework.kafka.listener.ConsumerRecordRecoverer",
			"org.springframework.kafka.listener.MessageListenerContainer",
			"org.springframework.kafka.listener.RecordInterceptor",
			"org.springframework.kafka.listener.adapter.RecordFilterStrategy",
			"org.springframework.kafka.retrytopic.RetryTopicConfiguration",
			"org.springframework.kafka.support.KafkaHeaderMapper", "org.springframework.kafka.support.ProducerListener",
			"org.springframework.kafka.support.converter.BatchMessageConverter",
			"org.springframework.kafka.support.converter.RecordMessageConverter",
			"org.springframework.kafka.transaction.KafkaAwareTransactionManager",
			// Spring Boot
			"org.springframework.boot.ApplicationRunner", "org.springframework.boot.CommandLineRunner",
			"org.springframework.boot.autoconfigure.service.connection.ConnectionDetails",
			"org.springframework.boot.health.contributor.HealthIndicator",
			"org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer",
			"org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer",
			"org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails",
			"org.springframework.boot.kafka.autoconfigure.KafkaProperties",
			"org.springframework.boot.kafka.autoconfigure.StreamsBuilderFactoryBeanCustomizer",
			"org.springframework.boot.ssl.SslBundles", "org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer",
			"org.springframework.boot.web.servlet.ServletContextInitializer",
			// Spring
			"org.springframework.cache.CacheManager", "org.springframework.context.MessageSource",
			"org.springframework.core.convert.ConversionService",
			"org.springframework.core.convert.converter.Converter", "org.springframework.core.task.AsyncTaskExecutor",
			"org.springframework.core.task.TaskExecutor", "org.springframework.messaging.MessageChannel",
			"org.springframework.messaging.converter.MessageConverter",
			"org.springframework.messaging.handler.invocation.HandlerMethodArgumentResolver",
			"org.springframework.scheduling.TaskScheduler", "org.springframework.scheduling.Trigger",
			"org.springframework.transaction.PlatformTransactionManager",
			"org.springframework.transaction.TransactionManager", "org.springframework.util.backoff.BackOff",
			"org.springframework.validation.Validator",
			"org.springframework.web.servlet.config.annotation.WebMvcConfigurer",
			// Others
			"com.fasterxml.jackson.databind.Module", "com.fasterxml.jackson.databind.ObjectMapper",
			"io.micrometer.core.instrument.MeterRegistry", "io.micrometer.core.instrument.binder.MeterBinder",
			"io.micrometer.observation.ObservationHandler", "io.micrometer.observation.ObservationRegistry",
			"jakarta.servlet.Filter", "tools.jackson.databind.JacksonModule", "tools.jackson.databind.ObjectMapper",
			"tools.jackson.databind.json.JsonMapper" };

	/**
	 * No bean of ours can have one of these: the library does not know them.
	 */
	private static final String[] ABSENT = { "org.springframework.boot.health.contributor.HealthIndicator",
			"org.springframework.boot.kafka.autoconfigure.StreamsBuilderFactoryBeanCustomizer",
			"org.springframework.web.servlet.config.annotation.WebMvcConfigurer",
			"io.micrometer.core.instrument.MeterRegistry", "io.micrometer.core.instrument.binder.MeterBinder",
			"jakarta.servlet.Filter" };

	/**
	 * Where beans of ours have a type that they are not injected for.
	 */
	private static final Set<String> BY_QUALIFIER_ONLY = Set.of("org.apache.kafka.clients.admin.Admin",
			"org.apache.kafka.clients.admin.NewTopic", "org.springframework.kafka.core.ConsumerFactory",
			"org.springframework.kafka.core.KafkaOperations", "org.springframework.kafka.core.KafkaTemplate",
			"org.springframework.kafka.core.ProducerFactory");

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withBean(BrokerEngine.class, FakeEngine::new)
		.withPropertyValues("spring.kafka.admin.auto-create=false");

	@Test
	void theApplicationHasTheSameCandidatesForEachType() {
		assertSameCandidates(this.contextRunner.withUserConfiguration(Bare.class));
		assertSameCandidates(this.contextRunner.withUserConfiguration(OneOfAKind.class));
	}

	@Test
	void anApplicationWithoutBootsKafkaHasTheSameCandidatesForEachType() {
		assertSameCandidates(this.contextRunner.withUserConfiguration(Bare.class), BOOTS);
		assertSameCandidates(this.contextRunner.withUserConfiguration(OneOfAKind.class), BOOTS);
	}

	@Test
	void onlyTypesThatTheLibraryDoesNotKnowAreLeftOut() {
		assertThat(Stream.of(TYPES).filter((type) -> type(type) == null)).containsExactlyInAnyOrder(ABSENT);
	}

	private static void assertSameCandidates(ApplicationContextRunner application, String... excluded) {
		TreeMap<String, Set<String>> injected = new TreeMap<>();
		TreeMap<String, Set<String>> collected = new TreeMap<>();
		TreeMap<String, Set<String>> unique = new TreeMap<>();
		without(application, StringUtils.concatenateStringArrays(excluded, OURS)).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(TestBroker.class);
			injected.putAll(injected(context));
			collected.putAll(collected(context));
			unique.putAll(unique(context));
		});
		without(application, excluded).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(TestBroker.class);
			assertThat(injected(context)).isEqualTo(injected);
			assertThat(collected(context)).isEqualTo(collected);
			assertThat(unique(context)).isEqualTo(unique);
		});
	}

	private static ApplicationContextRunner without(ApplicationContextRunner application, String... excluded) {
		return application.withPropertyValues("spring.autoconfigure.exclude=" + String.join(",", excluded));
	}

	/**
	 * What {@code @Autowired} takes into account, for one bean and for all of a type.
	 */
	private static TreeMap<String, Set<String>> injected(AssertableApplicationContext context) {
		ConfigurableListableBeanFactory beanFactory = context.getSourceApplicationContext().getBeanFactory();
		return forEachType(
				(type, names) -> names.removeIf((name) -> !beanFactory.isAutowireCandidate(name, asked(type))),
				context);
	}

	/**
	 * What a framework finds that asks for all beans of a type.
	 */
	private static TreeMap<String, Set<String>> collected(AssertableApplicationContext context) {
		TreeMap<String, Set<String>> collected = forEachType((type, names) -> {
		}, context);
		collected.keySet().removeAll(BY_QUALIFIER_ONLY);
		return collected;
	}

	private static TreeMap<String, Set<String>> forEachType(BiConsumer<Class<?>, Set<String>> action,
			AssertableApplicationContext context) {
		TreeMap<String, Set<String>> beans = new TreeMap<>();
		for (String name : TYPES) {
			Class<?> type = type(name);
			if (type != null) {
				Set<String> names = new TreeSet<>(Arrays.asList(context.getBeanNamesForType(type)));
				action.accept(type, names);
				beans.put(name, names);
			}
		}
		return beans;
	}

	/**
	 * What is found where one bean of a type is asked for, and there is one.
	 */
	private static TreeMap<String, Set<String>> unique(AssertableApplicationContext context) {
		TreeMap<String, Set<String>> unique = injected(context);
		unique.values().removeIf(Set::isEmpty);
		unique.replaceAll((name, candidates) -> {
			Object bean = context.getBeanProvider(type(name)).getIfUnique();
			return candidates.stream()
				.filter((candidate) -> context.getBean(candidate) == bean)
				.collect(Collectors.toCollection(TreeSet::new));
		});
		return unique;
	}

	private static Class<?> type(String name) {
		return ClassUtils.isPresent(name, null) ? ClassUtils.resolveClassName(name, null) : null;
	}

	private static DependencyDescriptor asked(Class<?> type) {
		return new DependencyDescriptor(ReflectionUtils.findField(Asking.class, "bean"), true) {

			@Override
			public Class<?> getDependencyType() {
				return type;
			}

			@Override
			public ResolvableType getResolvableType() {
				return ResolvableType.forClass(type);
			}

		};
	}

	@Test
	void whatTheApplicationDeclaresOnceIsInjected() {
		this.contextRunner.withUserConfiguration(OneOfAKind.class)
			.run((context) -> assertThat(context.getBean("injected")).isEqualTo("mine and supplied"));
	}

	static class Asking {

		Object bean;

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Bare {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OneOfAKind {

		@Bean
		NewTopic topic() {
			return new NewTopic("mine", 1, (short) 1);
		}

		@Bean
		Consumer<String> consumer() {
			return (text) -> {
			};
		}

		@Bean
		Supplier<String> supplier() {
			return () -> "supplied";
		}

		@Bean
		Function<String, String> function() {
			return String::trim;
		}

		/**
		 * No parameter has the name of a bean, which would choose it from several.
		 */
		@Bean
		String injected(NewTopic only, Consumer<?> sink, Supplier<?> source, Function<?, ?> change) {
			return only.name() + " and " + source.get();
		}

	}

}
