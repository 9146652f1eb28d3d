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

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The secured modes of the embedded broker, seen from outside: by kcat, a client of
 * another library in another process, on machines that have it.
 */
@Tag(KafkaTags.KAFKA)
@EnabledIf("kcatIsInstalled")
class KcatInteroperabilityIntegrationTests {

	@TempDir
	private Path directory;

	static boolean kcatIsInstalled() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "kcat")));
	}

	@ParameterizedTest
	@EnumSource(names = "PLAINTEXT", mode = EnumSource.Mode.EXCLUDE)
	void kcatIsServedWithTheCredentialsAndRefusedWithout(SecurityProtocol protocol) throws Exception {
		try (RunningBroker broker = BrokerEngine.kraft().start(new BrokerSpecification(1, protocol, Map.of()))) {
			broker.awaitStarted();
			assertThat(produce(broker, credentials(broker)).exitCode()).isZero();
			Outcome consumed = kcat(broker, credentials(broker), "-C", "-t", "orders", "-c", "1", "-e");
			assertThat(consumed.output()).contains("order-42");
			Outcome refused = produce(broker, List.of("-X", "security.protocol=" + protocol.name, "-X",
					"ssl.ca.location=" + certificate(broker)));
			assertThat(refused.exitCode()).as(refused.output()).isNotZero();
		}
	}

	private Outcome produce(RunningBroker broker, List<String> options) throws Exception {
		return kcat(broker, options, "-P", "-t", "orders", "-X", "message.timeout.ms=15000", "-X",
				"topic.message.timeout.ms=15000");
	}

	private Outcome kcat(RunningBroker broker, List<String> options, String... more) throws Exception {
		List<String> command = new ArrayList<>(List.of("kcat", "-b", broker.bootstrapServers()));
		command.addAll(options);
		command.addAll(List.of(more));
		Path record = Files.writeString(this.directory.resolve("record"), "order-42\n");
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(record.toFile()).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Outcome(process.waitFor(), output);
	}

	private List<String> credentials(RunningBroker broker) throws Exception {
		Map<String, String> properties = broker.clientProperties();
		List<String> options = new ArrayList<>();
		add(options, "security.protocol", properties.get("security.protocol"));
		if (properties.containsKey("sasl.jaas.config")) {
			add(options, "sasl.mechanism", properties.get("sasl.mechanism"));
			add(options, "sasl.username", jaas(properties, "username"));
			add(options, "sasl.password", jaas(properties, "password"));
		}
		if (properties.containsKey("ssl.keystore.location")) {
			add(options, "ssl.ca.location", certificate(broker).toString());
			add(options, "ssl.keystore.location", properties.get("ssl.keystore.location"));
			add(options, "ssl.keystore.password", properties.get("ssl.keystore.password"));
		}
		return options;
	}

	private static void add(List<String> options, String name, String value) {
		options.add("-X");
		options.add(name + "=" + value);
	}

	private static String jaas(Map<String, String> properties, String option) {
		Matcher matcher = Pattern.compile(" " + option + "=\"([^\"]+)\"").matcher(properties.get("sasl.jaas.config"));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private Path certificate(RunningBroker broker) throws IOException, GeneralSecurityException {
		Path file = this.directory.resolve("broker.pem");
		Map<String, String> properties = broker.clientProperties();
		if (!properties.containsKey("ssl.truststore.location")) {
			return file;
		}
		KeyStore store = KeyStore.getInstance(properties.get("ssl.truststore.type"));
		try (InputStream in = Files.newInputStream(Path.of(properties.get("ssl.truststore.location")))) {
			store.load(in, properties.get("ssl.truststore.password").toCharArray());
		}
		String encoded = Base64.getMimeEncoder()
			.encodeToString(store.getCertificate(store.aliases().nextElement()).getEncoded());
		return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + encoded + "\n-----END CERTIFICATE-----\n");
	}

	private record Outcome(int exitCode, String output) {

	}

}
