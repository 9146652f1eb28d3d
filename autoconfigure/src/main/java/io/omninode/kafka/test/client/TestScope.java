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

package io.omninode.kafka.test.client;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.util.ReflectionUtils;

/**
 * The tests that currently run on one context: when they began, and what to undo when
 * they end.
 * <p>
 * Tests that run in parallel on one context share a scope: it ends with the last of them,
 * so that no test is disturbed by the end of another. Actions added while no test method
 * runs are run at the end of the test class, or of the last of several, nested or in
 * parallel.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class TestScope {

	private final Deque<Runnable> ofMethods = new ArrayDeque<>();

	private final Deque<Runnable> ofClass = new ArrayDeque<>();

	private final Set<Class<?>> classes = new HashSet<>();

	private int running;

	private final Supplier<TestStart> beginnings;

	private volatile TestStart beginning = TestStart.at(Instant.now());

	/**
	 * Create an instance that knows only the time.
	 */
	public TestScope() {
		this(() -> TestStart.at(Instant.now()));
	}

	/**
	 * Create an instance.
	 * @param beginnings determines where topics end; called when a test method begins
	 */
	public TestScope(Supplier<TestStart> beginnings) {
		this.beginnings = beginnings;
	}

	/**
	 * Note that a test method begins.
	 */
	public synchronized void begin() {
		if (this.running == 0) {
			this.beginning = this.beginnings.get();
		}
		this.running++;
	}

	/**
	 * Note that a test method has ended and, if it was the last one, clean up.
	 */
	public void end() {
		undo(endMethod());
	}

	private synchronized List<Runnable> endMethod() {
		this.running = Math.max(0, this.running - 1);
		return (this.running == 0) ? drain(this.ofMethods) : List.of();
	}

	/**
	 * Note that a test class begins, which may use resources from now on.
	 * @param testClass the test class; noted once, however often this is called
	 */
	public synchronized void beginClass(Class<?> testClass) {
		this.classes.add(testClass);
	}

	/**
	 * Note that a test class has ended and, if it was the last one, clean up what was
	 * added outside of test methods.
	 * @param testClass the test class
	 */
	public void endClass(Class<?> testClass) {
		undo(leftBy(testClass));
	}

	private synchronized List<Runnable> leftBy(Class<?> testClass) {
		this.classes.remove(testClass);
		return (this.running == 0 && this.classes.isEmpty()) ? drainAll() : List.of();
	}

	/**
	 * Undo everything, because the context is closing.
	 */
	public void close() {
		undo(drainAll());
	}

	private synchronized List<Runnable> drainAll() {
		List<Runnable> drained = drain(this.ofMethods);
		drained.addAll(drain(this.ofClass));
		return drained;
	}

	private static List<Runnable> drain(Deque<Runnable> actions) {
		List<Runnable> drained = new ArrayList<>(actions);
		actions.clear();
		return drained;
	}

	/**
	 * Run all actions, even if one of them fails.
	 */
	private static void undo(List<Runnable> actions) {
		Throwable failure = null;
		for (Runnable action : actions) {
			try {
				action.run();
			}
			catch (RuntimeException | Error ex) {
				failure = (failure != null) ? failure : ex;
			}
		}
		if (failure != null) {
			ReflectionUtils.rethrowRuntimeException(failure);
		}
	}

	/**
	 * Return where the running tests began: the beginning of the earliest one, of the
	 * last one if none is running, or of this instance if there was no test yet.
	 * @return the beginning
	 */
	public TestStart beginning() {
		return this.beginning;
	}

	/**
	 * Add an action to run when the running tests have ended.
	 * @param action the action
	 */
	public synchronized void add(Runnable action) {
		((this.running > 0) ? this.ofMethods : this.ofClass).addFirst(action);
	}

}
