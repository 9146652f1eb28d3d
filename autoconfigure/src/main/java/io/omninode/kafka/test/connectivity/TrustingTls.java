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
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * TLS that trusts any server. It is used only to learn whether a broker is there: nothing
 * secret is sent over it.
 */
final class TrustingTls implements X509TrustManager {

	private TrustingTls() {
	}

	static Socket wrap(Socket socket) throws IOException {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { new TrustingTls() }, null);
			String host = socket.getInetAddress().getHostAddress();
			SSLSocket wrapped = (SSLSocket) context.getSocketFactory()
				.createSocket(socket, host, socket.getPort(), true);
			wrapped.startHandshake();
			return wrapped;
		}
		catch (GeneralSecurityException ex) {
			throw new IOException("TLS is not available in this JVM", ex);
		}
	}

	/**
	 * Return whether a TLS server answered, but requires more than this client offers,
	 * for example a certificate.
	 */
	static boolean isRefusalByPeer(SSLException ex) {
		return String.valueOf(ex.getMessage()).contains("Received fatal alert");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) {
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) {
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}

}
