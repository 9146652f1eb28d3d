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

package io.omninode.kafka.test.broker;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The embedded brokers of this JVM, one for each {@link BrokerSpecification} and engine.
 * <p>
 * A broker is started for the first context that asks for it, is shared by all later
 * ones, and runs until the JVM ends: it belongs to no context. A failed start is
 * forgotten, so that the next context tries again. A context can also get a broker of its
 * own, which ends with the context.
 * <p>
 * Safe for use by several threads, which all wait for the same start.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class RunningBrokers {

	private static final RunningBrokers OF_THIS_JVM = new RunningBrokers();

	private final Map<Key, RunningBroker> brokers = new LinkedHashMap<>();

	private final Set<RunningBroker> owned = new LinkedHashSet<>();

	private final Set<BrokerUser> users = new LinkedHashSet<>();

	private boolean closesAtExit;

	RunningBrokers() {
	}

	/**
	 * Return the brokers of this JVM.
	 * @return the registry
	 */
	public static RunningBrokers ofThisJvm() {
		return OF_THIS_JVM;
	}

	/**
	 * Return the broker for a specification, starting it if there is none.
	 * @param specification the specification of the broker
	 * @param engine starts it
	 * @param atExit called once in a JVM, with an action that stops all brokers and has
	 * to run when all contexts are closed
	 * @return the broker, which may still be starting; the caller must not close it
	 * @throws BrokerStartException if the broker cannot be started
	 */
	public synchronized RunningBroker borrow(BrokerSpecification specification, BrokerEngine engine,
			Consumer<Runnable> atExit) {
		Key key = new Key(engine, specification);
		RunningBroker broker = this.brokers.get(key);
		if (broker == null || broker.hasFailed()) {
			broker = engine.start(specification);
			this.brokers.put(key, broker);
			closeAtExit(atExit);
		}
		return broker;
	}

	/**
	 * Register a user of the shared brokers, unless it would disturb another user.
	 * @param user the user
	 * @return whether the user may share, which it does until it leaves
	 */
	public synchronized boolean enter(BrokerUser user) {
		return this.users.contains(user) || (this.users.stream().noneMatch(user::contendsWith) && this.users.add(user));
	}

	/**
	 * Return whether any registered user is active on the shared brokers.
	 * @return whether one is
	 */
	public synchronized boolean areInUse() {
		return this.users.stream().anyMatch(BrokerUser::isActive);
	}

	/**
	 * Note that a user does not use the shared brokers any more.
	 * @param user the user
	 */
	public synchronized void leave(BrokerUser user) {
		this.users.remove(user);
	}

	/**
	 * Start a separate broker for one context.
	 * @param specification the specification of the broker
	 * @param engine starts it
	 * @param atExit called once in a JVM, with an action that stops all brokers and has
	 * to run when all contexts are closed
	 * @return the broker, which may still be starting; {@link #close} closes it
	 * @throws BrokerStartException if the broker cannot be started
	 */
	public synchronized RunningBroker startOwn(BrokerSpecification specification, BrokerEngine engine,
			Consumer<Runnable> atExit) {
		RunningBroker broker = engine.start(specification);
		this.owned.add(broker);
		closeAtExit(atExit);
		return broker;
	}

	/**
	 * Close a broker that was started for one context. A shared broker keeps running.
	 * @param broker the broker
	 */
	public void close(RunningBroker broker) {
		if (isOwned(broker)) {
			broker.close();
		}
	}

	private synchronized boolean isOwned(RunningBroker broker) {
		return this.owned.remove(broker);
	}

	private void closeAtExit(Consumer<Runnable> atExit) {
		if (!this.closesAtExit) {
			atExit.accept(this::closeAll);
			this.closesAtExit = true;
		}
	}

	/**
	 * Close all brokers, even if one of them cannot be closed.
	 */
	synchronized void closeAll() {
		List<RunningBroker> running = Stream.concat(this.brokers.values().stream(), this.owned.stream()).toList();
		this.brokers.clear();
		this.owned.clear();
		this.closesAtExit = false;
		closeFrom(running.iterator());
	}

	private static void closeFrom(Iterator<RunningBroker> brokers) {
		if (brokers.hasNext()) {
			try {
				brokers.next().close();
			}
			finally {
				closeFrom(brokers);
			}
		}
	}

	private record Key(BrokerEngine engine, BrokerSpecification specification) {

	}

}
