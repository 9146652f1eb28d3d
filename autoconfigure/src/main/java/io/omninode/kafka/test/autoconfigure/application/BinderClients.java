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

package io.omninode.kafka.test.autoconfigure.application;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import io.omninode.kafka.test.application.ApplicationClients;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.FactoryBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Gives access to the factories of Spring Cloud Stream's binder, which are not beans. The
 * binder passes each of them to all customizers, whose type may be missing from the class
 * path. Its producers count as the application's, and its consumers wait less on the
 * embedded broker.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class BinderClients implements FactoryBean<Object>, BeanClassLoaderAware {

	/**
	 * The type of the binder's customizers.
	 */
	public static final String CUSTOMIZER = "org.springframework.cloud.stream.binder.kafka.config.ClientFactoryCustomizer";

	private final ApplicationClients clients;

	private final EmbeddedPace pace;

	private @Nullable ClassLoader classLoader;

	public BinderClients(ApplicationClients clients, EmbeddedPace pace) {
		this.clients = clients;
		this.pace = pace;
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	@Override
	public Class<?> getObjectType() {
		return ClassUtils.resolveClassName(CUSTOMIZER, this.classLoader);
	}

	@Override
	public Object getObject() {
		return Proxy.newProxyInstance(this.classLoader, new Class<?>[] { getObjectType() },
				(proxy, method, arguments) -> invoke(proxy, method, (arguments != null) ? arguments : new Object[0]));
	}

	private @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
		if (ReflectionUtils.isEqualsMethod(method)) {
			return proxy == arguments[0];
		}
		if (ReflectionUtils.isHashCodeMethod(method)) {
			return hashCode();
		}
		if (ReflectionUtils.isToStringMethod(method)) {
			return toString();
		}
		if (arguments.length == 1 && arguments[0] instanceof ProducerFactory<?, ?> factory) {
			this.clients.postProcessAfterInitialization(factory, method.getName());
		}
		else if (arguments.length == 1) {
			this.pace.apply(arguments[0]);
		}
		return null;
	}

}
