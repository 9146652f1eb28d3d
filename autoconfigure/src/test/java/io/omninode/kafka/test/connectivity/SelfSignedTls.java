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

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

import io.omninode.kafka.test.connectivity.FakeServer.Conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Servers that speak TLS with a certificate that nobody signed.
 */
final class SelfSignedTls {

	private static final String PASSWORD = "changeit";

	private final SSLContext context;

	private SelfSignedTls(SSLContext context) {
		this.context = context;
	}

	static SelfSignedTls in(Path directory) throws IOException, InterruptedException, GeneralSecurityException {
		Path file = directory.resolve("server.p12");
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		Process process = new ProcessBuilder(keytool, "-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname",
				"secp256r1", "-dname", "CN=not.the.host.invalid", "-storetype", "PKCS12", "-storepass", PASSWORD,
				"-keystore", file.toString())
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("keytool.log").toFile())
			.start();
		assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(Files.readString(directory.resolve("keytool.log"))).isZero();
		return new SelfSignedTls(context(file));
	}

	private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			keys.load(in, PASSWORD.toCharArray());
		}
		KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		managers.init(keys, PASSWORD.toCharArray());
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(managers.getKeyManagers(), null, null);
		return context;
	}

	/**
	 * A server that speaks TLS.
	 */
	Conversation around(Conversation conversation) {
		return (socket) -> conversation.with(accept(socket));
	}

	/**
	 * A server that wants to see a certificate of the client's. It leaves the connection
	 * open when it refuses, as brokers do for a while, so that the client learns why.
	 */
	Conversation demandingCertificate(String protocol) {
		return (socket) -> {
			SSLSocket accepted = accept(socket);
			accepted.setEnabledProtocols(new String[] { protocol });
			accepted.setNeedClientAuth(true);
			assertThatExceptionOfType(SSLException.class).isThrownBy(accepted::startHandshake);
		};
	}

	/**
	 * A server that breaks off once the handshake is done. What it had to say about that
	 * is lost.
	 */
	Conversation breakingOff() {
		return (socket) -> {
			accept(socket).startHandshake();
			FakeServer.resetting().with(socket);
		};
	}

	private SSLSocket accept(Socket socket) throws IOException {
		SSLSocket accepted = (SSLSocket) this.context.getSocketFactory()
			.createSocket(socket, "localhost", socket.getPort(), false);
		accepted.setUseClientMode(false);
		return accepted;
	}

}
