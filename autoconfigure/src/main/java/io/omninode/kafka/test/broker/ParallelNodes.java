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

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Runs an action on several nodes at the same time.
 */
final class ParallelNodes {

	private ParallelNodes() {
	}

	/**
	 * Run an action on each node, on a thread of its own if there are several, and return
	 * when all are done.
	 * @throws Exception the first failure, with the others
	 */
	static void run(List<KRaftNode> nodes, String threadPrefix, NodeAction action) throws Exception {
		if (nodes.size() == 1) {
			action.run(nodes.get(0));
		}
		else if (!nodes.isEmpty()) {
			runConcurrently(nodes.stream().map((node) -> task(node, threadPrefix, action)).toList());
		}
	}

	private static Callable<Void> task(KRaftNode node, String threadPrefix, NodeAction action) {
		return () -> {
			Thread.currentThread().setName(threadPrefix + node.id());
			action.run(node);
			return null;
		};
	}

	private static void runConcurrently(List<Callable<Void>> tasks) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(tasks.size());
		try {
			throwFirst(executor.invokeAll(tasks));
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static void throwFirst(List<Future<Void>> done) throws Exception {
		Exception first = null;
		for (Future<Void> future : done) {
			try {
				future.get();
			}
			catch (ExecutionException ex) {
				Exception failure = (ex.getCause() instanceof Exception cause) ? cause : ex;
				if (first != null) {
					first.addSuppressed(failure);
				}
				first = (first != null) ? first : failure;
			}
		}
		if (first != null) {
			throw first;
		}
	}

	/**
	 * What is done to a node.
	 */
	@FunctionalInterface
	interface NodeAction {

		void run(KRaftNode node) throws Exception;

	}

}
