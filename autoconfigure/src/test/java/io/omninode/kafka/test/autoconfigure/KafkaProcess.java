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

package io.omninode.kafka.test.autoconfigure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import kafka.server.KafkaBroker;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.FileSystemUtils;

/**
 * A Kafka in a process of its own: one node on the loopback interface, with a listener
 * for {@code PLAINTEXT} and one for {@code SASL_PLAINTEXT} with the mechanism
 * {@code PLAIN}.
 */
final class KafkaProcess {

	static final String USER = "u";

	static final String PASSWORD = "p";

	private static final String HOST = "127.0.0.1";

	private static final String LOGIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";

	private static final Duration TIME_TO_START = Duration.ofMinutes(5);

	private static final int ATTEMPTS = 3;

	private static final int LINES_OF_LOG = 40;

	private final List<Integer> ports;

	private final JavaProcess java;

	private final Process process;

	private KafkaProcess(Path directory, List<Integer> ports) throws IOException {
		this.ports = ports;
		Path properties = directory.resolve("server.properties");
		try (OutputStream out = Files.newOutputStream(properties)) {
			properties(directory).store(out, null);
		}
		this.java = new JavaProcess(directory, List.of(logging(directory)), KafkaNode.class,
				List.of(properties.toString()));
		this.process = this.java.start(Map.of());
	}

	/**
	 * Start a process and return when all of it has started.
	 */
	static KafkaProcess start() {
		for (int attempt = 1;; attempt++) {
			KafkaProcess kafka = create();
			String failure = kafka.awaitStart();
			if (failure == null) {
				return kafka;
			}
			String log = kafka.java.output();
			kafka.stop();
			if (attempt == ATTEMPTS || !log.contains(BindException.class.getName())) {
				throw new IllegalStateException(failure + ". The end of its log:\n" + end(log));
			}
		}
	}

	private static KafkaProcess create() {
		try {
			return new KafkaProcess(Files.createTempDirectory("external-kafka-"), freePorts(3));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Find ports that systems give nobody who asks for any: Kafka takes them only when it
	 * has come so far.
	 */
	private static List<Integer> freePorts(int count) {
		List<Integer> ports = new Random().ints(10_000, 20_000, 32_000)
			.distinct()
			.filter(KafkaProcess::isFree)
			.limit(count)
			.boxed()
			.toList();
		Assert.state(ports.size() == count, "Ports 20000 to 31999 are taken");
		return ports;
	}

	private static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
			return socket.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Properties properties(Path directory) {
		String clients = "PLAIN://" + bootstrapServers() + ",SASL://" + saslBootstrapServers();
		Properties properties = new Properties();
		properties.put("process.roles", "broker,controller");
		properties.put("node.id", "1");
		properties.put("listeners", clients + ",CONTROLLER://" + address(2));
		properties.put("advertised.listeners", clients);
		properties.put("listener.security.protocol.map", "PLAIN:PLAINTEXT,SASL:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT");
		properties.put("inter.broker.listener.name", "PLAIN");
		properties.put("controller.listener.names", "CONTROLLER");
		properties.put("controller.quorum.voters", "1@" + address(2));
		properties.put("sasl.enabled.mechanisms", "PLAIN");
		properties.put("listener.name.sasl.plain.sasl.jaas.config",
				LOGIN_MODULE + " user_" + USER + "=\"" + PASSWORD + "\";");
		properties.put("log.dirs", directory.resolve("data").toString());
		properties.put("offsets.topic.num.partitions", "1");
		properties.put("offsets.topic.replication.factor", "1");
		properties.put("group.initial.rebalance.delay.ms", "0");
		properties.put("log.cleaner.dedupe.buffer.size", "2097152");
		return properties;
	}

	private static String logging(Path directory) throws IOException {
		Path file = directory.resolve("logback.xml");
		Files.writeString(file, """
				<configuration>
					<appender name="console" class="ch.qos.logback.core.ConsoleAppender">
						<encoder><pattern>%d %-5level %logger{0}: %msg%n</pattern></encoder>
					</appender>
					<root level="info"><appender-ref ref="console"/></root>
				</configuration>
				""");
		return "-Dlogback.configurationFile=" + file;
	}

	/**
	 * Wait until it says that it has started, and return why it does not, if so. To be
	 * answered is not enough: that may be somebody else, who has the port that it wanted.
	 */
	private @Nullable String awaitStart() {
		try {
			Awaitility.await()
				.atMost(TIME_TO_START)
				.pollInterval(Duration.ofMillis(100))
				.until(() -> !this.process.isAlive() || this.java.output().contains(KafkaBroker.STARTED_MESSAGE()));
			return this.process.isAlive() ? null : "Kafka ended with exit code " + this.process.exitValue();
		}
		catch (ConditionTimeoutException ex) {
			return "Kafka has not started within " + TIME_TO_START.toMinutes() + " minutes";
		}
	}

	private static String end(String log) {
		List<String> lines = log.lines().toList();
		return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_OF_LOG), lines.size()));
	}

	String bootstrapServers() {
		return address(0);
	}

	String saslBootstrapServers() {
		return address(1);
	}

	private String address(int port) {
		return HOST + ":" + this.ports.get(port);
	}

	/**
	 * Return what a client logs in with.
	 */
	static String jaasConfig(String user, String password) {
		return LOGIN_MODULE + " username=\"" + user + "\" password=\"" + password + "\";";
	}

	/**
	 * Suspend it: it takes connections and answers nothing.
	 */
	void freeze() throws IOException, InterruptedException {
		signal("STOP");
	}

	/**
	 * Have it go on.
	 */
	void thaw() throws IOException, InterruptedException {
		signal("CONT");
	}

	private void signal(String name) throws IOException, InterruptedException {
		int exit = new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).inheritIO()
			.start()
			.waitFor();
		Assert.state(exit == 0, () -> "The process cannot be sent " + name);
	}

	void stop() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(10, TimeUnit.SECONDS)) {
				this.process.destroyForcibly().waitFor();
			}
			FileSystemUtils.deleteRecursively(this.java.directory());
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
