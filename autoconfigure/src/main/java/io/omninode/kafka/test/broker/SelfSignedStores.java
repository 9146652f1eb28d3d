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
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;

/**
 * A key for both ends of a connection on this machine, with a self-signed certificate,
 * and a store that trusts it. The JDK's own {@code keytool} generates the key.
 *
 * @param keyStore the file with the key
 * @param trustStore the file with the certificate
 * @param password the password of both files
 */
record SelfSignedStores(Path keyStore, Path trustStore, String password) {

	static final String TYPE = "PKCS12";

	private static final String ALIAS = "kafka-test";

	private static final String PASSWORD_VARIABLE = "KAFKA_TEST_STORE_PASSWORD";

	/**
	 * Make the stores.
	 */
	static SelfSignedStores create(Path directory, String password) {
		SelfSignedStores stores = new SelfSignedStores(directory.resolve("key-store.p12"),
				directory.resolve("trust-store.p12"), password);
		try {
			stores.createKey();
			stores.trustKey();
			return stores;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw failed(ex);
		}
		catch (IOException | GeneralSecurityException ex) {
			throw failed(ex);
		}
	}

	private static BrokerStartException failed(Exception ex) {
		return new BrokerStartException("The keys of the embedded broker could not be created: " + ex,
				"Run the tests with a Java that has bin/keytool, as every JDK has, "
						+ "or set kafka.test.embedded.security-protocol=PLAINTEXT.",
				ex);
	}

	private void createKey() throws IOException, InterruptedException {
		String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
		ProcessBuilder builder = new ProcessBuilder(keytool, "-J-XX:TieredStopAtLevel=1", "-J-Xshare:auto",
				"-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + ALIAS,
				"-ext", "san=dns:localhost,ip:127.0.0.1,ip:::1", "-validity", "30", "-storetype", TYPE,
				"-storepass:env", PASSWORD_VARIABLE, "-keystore", this.keyStore.toString());
		builder.environment().put(PASSWORD_VARIABLE, this.password);
		Process process = builder.redirectErrorStream(true).start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IOException("keytool ended with <" + process.exitValue() + ">: " + output.strip());
		}
	}

	private void trustKey() throws IOException, GeneralSecurityException {
		KeyStore keys = KeyStore.getInstance(TYPE);
		try (InputStream in = Files.newInputStream(this.keyStore)) {
			keys.load(in, this.password.toCharArray());
		}
		KeyStore trusted = KeyStore.getInstance(TYPE);
		trusted.load(null, null);
		trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
		try (OutputStream out = Files.newOutputStream(this.trustStore)) {
			trusted.store(out, this.password.toCharArray());
		}
	}

	/**
	 * Return the configuration of both stores for a Kafka broker or client.
	 */
	Map<String, String> properties() {
		return Map.of("ssl.keystore.location", this.keyStore.toString(), "ssl.keystore.type", TYPE,
				"ssl.keystore.password", this.password, "ssl.key.password", this.password, "ssl.truststore.location",
				this.trustStore.toString(), "ssl.truststore.type", TYPE, "ssl.truststore.password", this.password);
	}

	@Override
	public String toString() {
		return "stores in " + this.keyStore.getParent();
	}

}
