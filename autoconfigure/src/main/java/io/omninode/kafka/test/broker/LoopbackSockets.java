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
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.kafka.server.ServerSocketFactory;

/**
 * Server sockets, one for each listener of a broker, bound to the loopback interface
 * before the broker is there. So no port is ever guessed, and none is lost to another
 * process between the guess and the use.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {

	private static final int BACKLOG = 1024;

	private final Map<String, ServerSocketChannel> channels = new LinkedHashMap<>();

	private LoopbackSockets() {
	}

	static LoopbackSockets open(String... listeners) throws IOException {
		LoopbackSockets sockets = new LoopbackSockets();
		try {
			for (String listener : listeners) {
				sockets.bind(listener);
			}
			return sockets;
		}
		catch (IOException ex) {
			sockets.close();
			throw ex;
		}
	}

	private void bind(String listener) throws IOException {
		InetAddress loopback = InetAddress.getLoopbackAddress();
		ServerSocketChannel channel = ServerSocketChannel
			.open((loopback instanceof Inet4Address) ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
		this.channels.put(listener, channel);
		channel.bind(new InetSocketAddress(loopback, 0), BACKLOG);
		channel.configureBlocking(false);
	}

	/**
	 * Return the address of a listener, with an IPv6 host in brackets.
	 */
	String address(String listener) {
		ServerSocketChannel channel = this.channels.get(listener);
		if (channel == null) {
			throw new IllegalArgumentException("No listener <" + listener + ">");
		}
		InetAddress loopback = InetAddress.getLoopbackAddress();
		String host = loopback.getHostAddress();
		return ((host.indexOf(':') >= 0) ? "[" + host + "]" : host) + ":" + channel.socket().getLocalPort();
	}

	@Override
	public ServerSocketChannel openServerSocket(String listenerName, InetSocketAddress address, int backlog,
			int receiveBufferSize) {
		for (ServerSocketChannel channel : this.channels.values()) {
			if (channel.socket().getLocalPort() == address.getPort()) {
				return channel;
			}
		}
		throw new IllegalStateException("No socket was opened for <" + address + ">");
	}

	@Override
	public void close() {
		for (ServerSocketChannel channel : this.channels.values()) {
			try {
				channel.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
