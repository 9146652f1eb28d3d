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
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.server.ServerSocketFactory;

/**
 * The server sockets of a node, bound to free ports of the loopback interface before the
 * node starts. Its addresses are known at once, and connections wait until it accepts
 * them.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {

	private final Map<String, LoopbackPort> ports = new LinkedHashMap<>();

	private LoopbackSockets() {
	}

	static LoopbackSockets open(Iterable<String> listeners) throws IOException {
		LoopbackSockets sockets = new LoopbackSockets();
		try {
			for (String listener : listeners) {
				sockets.ports.put(listener, LoopbackPort.open());
			}
			return sockets;
		}
		catch (IOException ex) {
			sockets.close();
			throw ex;
		}
	}

	String address(String listener) {
		LoopbackPort port = this.ports.get(listener);
		if (port == null) {
			throw new IllegalArgumentException("No listener <" + listener + ">");
		}
		return port.toString();
	}

	@Override
	public ServerSocketChannel openServerSocket(String listenerName, InetSocketAddress address, int backlog,
			int receiveBufferSize) throws IOException {
		for (LoopbackPort port : this.ports.values()) {
			if (port.number() == address.getPort()) {
				return port.listen();
			}
		}
		throw new IllegalStateException("No socket was opened for <" + address + ">");
	}

	/**
	 * Refuse connections from now on, until the node opens its sockets again.
	 */
	void reserve() {
		forEach(LoopbackPort::reserve);
	}

	@Override
	public void close() {
		forEach(LoopbackPort::close);
	}

	private void forEach(PortAction action) {
		for (LoopbackPort port : this.ports.values()) {
			try {
				action.accept(port);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/**
	 * An action on a port.
	 */
	@FunctionalInterface
	private interface PortAction {

		void accept(LoopbackPort port) throws IOException;

	}

}
