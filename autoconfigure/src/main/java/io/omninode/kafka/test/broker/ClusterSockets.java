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

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The sockets of all nodes of a cluster.
 */
final class ClusterSockets implements AutoCloseable {

	private final Map<NodePlan, LoopbackSockets> sockets = new LinkedHashMap<>();

	private ClusterSockets() {
	}

	/**
	 * Open the sockets. If one cannot be opened, none is left open.
	 */
	static ClusterSockets open(List<NodePlan> plans) throws IOException {
		ClusterSockets opened = new ClusterSockets();
		try {
			for (NodePlan plan : plans) {
				opened.sockets.put(plan, LoopbackSockets.open(plan.listeners()));
			}
			return opened;
		}
		catch (IOException ex) {
			opened.close();
			throw ex;
		}
	}

	/**
	 * Return the controllers, as {@code id@host:port}.
	 */
	String voters() {
		return this.sockets.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().controller())
			.map((entry) -> entry.getKey().id() + "@" + entry.getValue().address(NodePlan.CONTROLLER_LISTENER))
			.collect(Collectors.joining(","));
	}

	void forEach(BiConsumer<NodePlan, LoopbackSockets> action) {
		this.sockets.forEach(action);
	}

	@Override
	public void close() {
		this.sockets.values().forEach(LoopbackSockets::close);
	}

}
