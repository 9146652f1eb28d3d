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
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLException;

import io.omninode.kafka.test.connectivity.Reachability.Outcome;
import io.omninode.kafka.test.waiting.Durations;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Asks one server for the versions of its APIs, over a bare socket. Every Kafka broker
 * answers that before anything else, even authentication, so the probe learns in
 * milliseconds what takes an admin client seconds.
 *
 * @param tls whether the server speaks TLS
 * @param timeout the maximum time to wait for the connection, and again for the answer
 */
record ApiVersionsProbe(boolean tls, Duration timeout) {

	/**
	 * The key of the request. Kafka's own {@code ApiKeys} loads the schemas of all
	 * requests, which takes longer than the answer.
	 */
	private static final short API_VERSIONS = 18;

	private static final int CORRELATION_ID = 0x6b746573;

	private static final int MAX_PORT = 65_535;

	private static final int MAX_SIZE = 1024 * 1024;

	private static final List<String> UNREACHED = List.of("unreachable", "timed out", "no route", "host is down",
			"network is down");

	Reachability ask(String address) {
		try (Socket socket = new Socket()) {
			Reachability failure = connect(socket, address);
			return (failure != null) ? failure : converse(socket, address);
		}
		catch (IOException ex) {
			return new Reachability(address, Outcome.NOT_KAFKA, String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Connect, and return why that failed, or {@code null} if it succeeded.
	 */
	private @Nullable Reachability connect(Socket socket, String address) {
		String host = Utils.getHost(address);
		Integer port = Utils.getPort(address);
		if (host == null || port == null || port > MAX_PORT) {
			return new Reachability(address, Outcome.UNREACHABLE, "it is not host:port");
		}
		InetSocketAddress server = new InetSocketAddress(host, port);
		if (server.isUnresolved()) {
			return new Reachability(address, Outcome.UNREACHABLE, "the host is not known");
		}
		try {
			socket.connect(server, millis());
			return null;
		}
		catch (SocketTimeoutException ex) {
			return new Reachability(address, Outcome.UNREACHABLE, noAnswer());
		}
		catch (IOException ex) {
			return failure(address, ex);
		}
	}

	/**
	 * Distinguish a host that refuses the connection from one that cannot be reached: a
	 * {@link ConnectException} may mean either. If its message is unknown, because the
	 * operating system writes it in another language, it counts as a refusal, which it
	 * nearly always is, and the message is kept.
	 */
	static Reachability failure(String address, IOException failure) {
		String text = String.valueOf(failure.getMessage());
		String lowerCase = text.toLowerCase(Locale.ROOT);
		boolean unreached = !(failure instanceof ConnectException) || UNREACHED.stream().anyMatch(lowerCase::contains);
		if (unreached) {
			return new Reachability(address, Outcome.UNREACHABLE, text);
		}
		return new Reachability(address, Outcome.REFUSED, lowerCase.contains("refused") ? "" : text);
	}

	private String noAnswer() {
		return "no answer within " + Durations.text(this.timeout);
	}

	/**
	 * Return the timeout in milliseconds. It is never zero, which would mean no timeout.
	 */
	private int millis() {
		return Math.toIntExact(Math.max(1, this.timeout.toMillis()));
	}

	/**
	 * Ask, and leave it to the caller to close the bare socket, because closing the TLS
	 * socket could wait for an answer.
	 */
	private Reachability converse(Socket plain, String address) throws IOException {
		plain.setSoTimeout(millis());
		try {
			return this.tls ? exchangeInTls(TrustingTls.wrap(plain), address) : exchange(plain, address);
		}
		catch (SocketTimeoutException ex) {
			return new Reachability(address, Outcome.MUTE, noAnswer());
		}
		catch (EOFException ex) {
			return new Reachability(address, Outcome.NOT_KAFKA, "it closed the connection");
		}
		catch (SSLException ex) {
			return TrustingTls.isRefusalByPeer(ex) ? new Reachability(address, Outcome.AVAILABLE, "")
					: new Reachability(address, Outcome.NOT_KAFKA, "TLS failed: " + ex.getMessage());
		}
	}

	/**
	 * A server that requires a client certificate sends an alert after the handshake and
	 * closes the connection. A slow client only sees the connection break.
	 */
	private static Reachability exchangeInTls(Socket socket, String address) throws IOException {
		try {
			return exchange(socket, address);
		}
		catch (SocketException | SSLException ex) {
			return new Reachability(address, Outcome.AVAILABLE, "");
		}
	}

	private static Reachability exchange(Socket socket, String address) throws IOException {
		socket.getOutputStream().write(request());
		return answer(new DataInputStream(socket.getInputStream()), address);
	}

	private static Reachability answer(DataInputStream in, String address) throws IOException {
		int size = in.readInt();
		boolean kafka = size >= Integer.BYTES && size <= MAX_SIZE && in.readInt() == CORRELATION_ID;
		return new Reachability(address, kafka ? Outcome.AVAILABLE : Outcome.NOT_KAFKA, "");
	}

	/**
	 * An ApiVersions request of version 0: size, key, version, correlation id and a null
	 * client id.
	 */
	private static byte[] request() {
		ByteBuffer request = ByteBuffer.allocate(14);
		request.putInt(10).putShort(API_VERSIONS).putShort((short) 0);
		request.putInt(CORRELATION_ID).putShort((short) -1);
		return request.array();
	}

}
