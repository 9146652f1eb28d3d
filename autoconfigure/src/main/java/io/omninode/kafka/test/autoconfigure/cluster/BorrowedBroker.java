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
 * The embedded broker as one context uses it: borrowed when it is asked for, and given
 * back with the context, which stops it if it is the context's own.
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
	 * Begin to start the broker. Beside a context that runs, the listeners of this one
	 * decide which it is, and not all of them are known yet: what is asked for is only
	 * checked.
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
	 * Return the broker, the same one each time: should it fail to start, the context
	 * fails with it, and only the next one tries again.
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
	 * Say whether the context runs, and so uses a shared broker.
	 */
	void running(boolean running) {
		this.use.running(running);
	}

	/**
	 * Return whether the broker is not that of a context that runs at the same time,
	 * because listeners of both are in one group.
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
