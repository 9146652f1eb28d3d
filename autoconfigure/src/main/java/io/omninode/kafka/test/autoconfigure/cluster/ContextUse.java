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

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.omninode.kafka.test.autoconfigure.environment.TestPropertySources;
import io.omninode.kafka.test.broker.BrokerUser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.Environment;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.KafkaListeners;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.StringUtils;

/**
 * The use of a shared broker by the context of a test. While the context runs, its
 * listeners consume records of another running context that has listeners in one of the
 * same groups. Contexts that were not created for a test class may share groups on
 * purpose.
 */
final class ContextUse implements BrokerUser {

	private static final Logger logger = LoggerFactory.getLogger(ContextUse.class);

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	private volatile boolean running = true;

	private volatile @Nullable Set<String> groups;

	ContextUse(ConfigurableListableBeanFactory beanFactory, Environment environment) {
		this.beanFactory = beanFactory;
		this.environment = environment;
	}

	void running(boolean running) {
		this.running = running;
	}

	@Override
	public boolean contendsWith(BrokerUser other) {
		return other instanceof ContextUse use && use.isActive() && isOfTest()
				&& this.beanFactory.getParentBeanFactory() == null && !Collections.disjoint(groups(), use.groups());
	}

	@Override
	public boolean isActive() {
		return this.running && isOfTest();
	}

	private boolean isOfTest() {
		return this.beanFactory.containsSingleton(TestPropertySources.BEAN_NAME);
	}

	/**
	 * Return the groups that the annotations of the listeners declare, because there is
	 * no container yet when a broker is chosen. A group that is not known yet is
	 * represented by its kind.
	 */
	private Set<String> groups() {
		Set<String> known = this.groups;
		if (known == null) {
			known = new LinkedHashSet<>(new ClusterUse(this.beanFactory).lateGroups());
			for (String name : this.beanFactory.getBeanDefinitionNames()) {
				addGroups(known, name);
			}
			this.groups = this.beanFactory.isConfigurationFrozen() ? known : null;
		}
		return known;
	}

	/**
	 * Add the groups of a bean. If its class refers to a missing one, the bean fails
	 * later, if it is needed.
	 */
	private void addGroups(Collection<String> groups, String beanName) {
		try {
			addGroups(groups, this.beanFactory.getType(beanName, false));
		}
		catch (IllegalStateException | LinkageError ex) {
			logger.debug("The listeners of bean <{}> cannot be seen", beanName, ex);
		}
	}

	private void addGroups(Collection<String> groups, @Nullable Class<?> type) {
		if (type == null || !AnnotationUtils.isCandidateClass(type, KafkaListener.class)) {
			return;
		}
		Stream<KafkaListener> ofMethods = Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(type))
			.flatMap(ContextUse::listeners);
		Stream<KafkaListener> ofType = AnnotatedElementUtils
			.getMergedRepeatableAnnotations(type, KafkaListener.class, KafkaListeners.class)
			.stream();
		Stream.concat(ofMethods, ofType).map(this::group).filter(Objects::nonNull).forEach(groups::add);
	}

	private static Stream<KafkaListener> listeners(Method method) {
		return AnnotatedElementUtils.getMergedRepeatableAnnotations(method, KafkaListener.class, KafkaListeners.class)
			.stream();
	}

	private @Nullable String group(KafkaListener listener) {
		String group = listener.groupId();
		if (!StringUtils.hasText(group) && listener.idIsGroup()) {
			group = listener.id();
		}
		return StringUtils.hasText(group) ? this.environment.resolvePlaceholders(group)
				: this.environment.getProperty("spring.kafka.consumer.group-id");
	}

}
