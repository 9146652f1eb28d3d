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
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/**
 * A port of the loopback interface that is occupied for as long as the cluster runs.
 * While the broker is stopped, a socket that does not listen holds the port, so that
 * clients are refused and no other process gets it.
 */
final class LoopbackPort implements AutoCloseable {

	private static final int BACKLOG = 1024;

	private final InetSocketAddress address;

	private ServerSocketChannel listening;

	private @Nullable SocketChannel reservation;

	private LoopbackPort(ServerSocketChannel listening) {
		this.listening = listening;
		this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.socket().getLocalPort());
	}

	static LoopbackPort open() throws IOException {
		return new LoopbackPort(bind(0));
	}

	private static ServerSocketChannel bind(int port) throws IOException {
		ServerSocketChannel channel = ServerSocketChannel.open(family());
		try {
			channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
			channel.configureBlocking(false);
			return channel;
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
	}

	private static ProtocolFamily family() {
		return (InetAddress.getLoopbackAddress() instanceof Inet4Address) ? StandardProtocolFamily.INET
				: StandardProtocolFamily.INET6;
	}

	int number() {
		return this.address.getPort();
	}

	/**
	 * Return host and port, with an IPv6 host in brackets.
	 */
	@Override
	public String toString() {
		String host = this.address.getAddress().getHostAddress();
		return ((host.indexOf(':') >= 0) ? "[" + host + "]" : host) + ":" + number();
	}

	/**
	 * Return the socket that listens, opening it again if it was closed.
	 */
	ServerSocketChannel listen() throws IOException {
		if (!this.listening.isOpen()) {
			closeReservation();
			this.listening = bind(number());
		}
		return this.listening;
	}

	/**
	 * Stop listening, and keep the port if the operating system allows it.
	 */
	void reserve() throws IOException {
		this.listening.close();
		if (this.reservation == null) {
			this.reservation = bindOnly();
		}
	}

	private @Nullable SocketChannel bindOnly() throws IOException {
		SocketChannel channel = SocketChannel.open(family());
		try {
			channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			return channel.bind(this.address);
		}
		catch (IOException ex) {
			channel.close();
			return null;
		}
	}

	private void closeReservation() throws IOException {
		if (this.reservation != null) {
			this.reservation.close();
			this.reservation = null;
		}
	}

	@Override
	public void close() throws IOException {
		this.listening.close();
		closeReservation();
	}

}
