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

package io.omninode.kafka.test.connectivity;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * A server on the loopback interface that treats each connection as it is told.
 */
final class FakeServer implements AutoCloseable {

	private final ServerSocket server;

	private final IntFunction<Conversation> conversations;

	private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

	private final AtomicInteger connections = new AtomicInteger();

	private FakeServer(ServerSocket server, IntFunction<Conversation> conversations) {
		this.server = server;
		this.conversations = conversations;
	}

	static FakeServer start(Conversation conversation) throws IOException {
		return start((number) -> conversation);
	}

	/**
	 * Start a server that treats connections differently; the first has the number 1.
	 */
	static FakeServer start(IntFunction<Conversation> conversations) throws IOException {
		return start(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conversations);
	}

	static FakeServer start(ServerSocket server, IntFunction<Conversation> conversations) {
		FakeServer started = new FakeServer(server, conversations);
		Thread thread = new Thread(started::accept, "fake-server");
		thread.setDaemon(true);
		thread.start();
		return started;
	}

	/**
	 * One that answers as a broker does.
	 */
	static Conversation kafka() {
		return (socket) -> {
			int correlationId = readRequest(socket).getInt(8);
			socket.getOutputStream().write(response(10, correlationId));
		};
	}

	/**
	 * One that answers, but to somebody else's question.
	 */
	static Conversation confused() {
		return (socket) -> {
			int correlationId = readRequest(socket).getInt(8);
			socket.getOutputStream().write(response(10, correlationId + 1));
		};
	}

	/**
	 * One that reads the request and sends some bytes.
	 */
	static Conversation bytes(byte... bytes) {
		return (socket) -> {
			readRequest(socket);
			socket.getOutputStream().write(bytes);
		};
	}

	static Conversation http() {
		return bytes("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
	}

	/**
	 * One that never says anything.
	 */
	static Conversation mute() {
		return (socket) -> {
		};
	}

	/**
	 * One that reads the request and closes the connection.
	 */
	static Conversation closing() {
		return (socket) -> {
			readRequest(socket);
			socket.close();
		};
	}

	/**
	 * One that reads the request and resets the connection.
	 */
	static Conversation resetting() {
		return (socket) -> {
			readRequest(socket);
			socket.setSoLinger(true, 0);
			socket.close();
		};
	}

	private static ByteBuffer readRequest(Socket socket) throws IOException {
		byte[] request = new byte[14];
		new DataInputStream(socket.getInputStream()).readFully(request);
		return ByteBuffer.wrap(request);
	}

	private static byte[] response(int size, int correlationId) {
		return ByteBuffer.allocate(4 + size).putInt(size).putInt(correlationId).array();
	}

	private void accept() {
		try {
			while (!this.server.isClosed()) {
				Socket socket = this.server.accept();
				this.sockets.add(socket);
				converse(socket, this.connections.incrementAndGet());
			}
		}
		catch (IOException ex) {
			close();
		}
	}

	private void converse(Socket socket, int number) {
		try {
			this.conversations.apply(number).with(socket);
		}
		catch (IOException ex) {
			// The client has gone, as some tests want it to.
			close(List.of(socket));
		}
	}

	String address() {
		return "localhost:" + this.server.getLocalPort();
	}

	int port() {
		return this.server.getLocalPort();
	}

	int connections() {
		return this.connections.get();
	}

	@Override
	public void close() {
		close(List.of(this.server));
		close(this.sockets);
	}

	private static void close(Iterable<? extends AutoCloseable> sockets) {
		for (AutoCloseable socket : sockets) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	/**
	 * What a server does with a connection.
	 */
	@FunctionalInterface
	interface Conversation {

		void with(Socket socket) throws IOException;

	}

}
