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

import java.util.function.Supplier;

import io.omninode.kafka.test.broker.BrokerEngine;
import io.omninode.kafka.test.broker.RunningBroker;
import io.omninode.kafka.test.broker.RunningBrokers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The embedded broker of a context. It is borrowed when it is first requested, and given
 * back when the context is closed, which stops it if it is the context's own.
 */
final class BorrowedBroker {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ConfigurableEnvironment environment;

	private final Supplier<? extends ClusterSettings> settings;

	private final ContextUse use;

	private @Nullable RunningBroker broker;

	private volatile boolean apart;

	BorrowedBroker(ConfigurableListableBeanFactory beanFactory, ConfigurableEnvironment environment,
			Supplier<? extends ClusterSettings> settings) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.settings = settings;
		this.use = new ContextUse(beanFactory, environment);
	}

	/**
	 * Begin to start the broker. If another context is running, the listeners of this one
	 * decide whether they can share a broker. Because not all of them are known yet, only
	 * the settings are checked in that case.
	 */
	void startEarly() {
		if (RunningBrokers.ofThisJvm().areInUse()) {
			this.settings.get().checkEmbedded();
		}
		else {
			get();
		}
	}

	/**
	 * Return the broker, which is the same one each time. If it fails to start, the
	 * context fails, too, and only the next context tries again.
	 */
	synchronized RunningBroker get() {
		RunningBroker known = this.broker;
		RunningBroker borrowed = (known != null) ? known : borrow(this.settings.get());
		this.broker = borrowed;
		return borrowed;
	}

	private RunningBroker borrow(ClusterSettings settings) {
		settings.checkEmbedded();
		BrokerEngine engine = this.beanFactory.getBeanProvider(BrokerEngine.class).getIfAvailable(BrokerEngine::kraft);
		ExitHook exit = new ExitHook(this.beanFactory, this.environment);
		this.apart = !settings.isIsolated() && !RunningBrokers.ofThisJvm().enter(this.use);
		return (settings.isIsolated() || this.apart)
				? RunningBrokers.ofThisJvm().startOwn(settings.embedded(), engine, exit)
				: RunningBrokers.ofThisJvm().borrow(settings.embedded(), engine, exit);
	}

	void awaitStarted() {
		get().awaitStarted();
	}

	/**
	 * Set whether the context is running, and so uses a shared broker.
	 */
	void running(boolean running) {
		this.use.running(running);
	}

	/**
	 * Return whether the broker is not shared with a context that runs at the same time,
	 * because listeners of both are in the same group.
	 */
	boolean isApart() {
		return this.apart;
	}

	synchronized void giveBack() {
		RunningBrokers.ofThisJvm().leave(this.use);
		if (this.broker != null) {
			RunningBrokers.ofThisJvm().close(this.broker);
		}
	}

}
