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
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.omninode.kafka.test.junit.KafkaTags;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for what {@link KRaftBrokerEngine} opens, and leaves behind.
 */
@Tag(KafkaTags.KAFKA)
@ExtendWith(OutputCaptureExtension.class)
class KRaftBrokerEngineLifecycleIntegrationTests {

	private static final BrokerSpecification PLAIN = new BrokerSpecification(1, Map.of());

	/**
	 * Five minutes after its start a broker begins this thread. In the JVM of the tests
	 * that may be the broker that other tests share.
	 */
	private static final String LATE = "executor-share-coordinator";

	private final BrokerEngine engine = BrokerEngine.kraft();

	@BeforeEach
	void setLogLevelsAsTheLibraryDoes() {
		LoggingSystem logging = LoggingSystem.get(Admin.class.getClassLoader());
		for (String logger : List.of("org.apache.kafka", "kafka", "state.change.logger")) {
			logging.setLogLevel(logger, LogLevel.WARN);
		}
		logging.setLogLevel("org.apache.kafka.controller.QuorumController", LogLevel.ERROR);
		logging.setLogLevel("org.apache.kafka.clients.NetworkClient", LogLevel.ERROR);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void allItsSocketsAreBoundToTheLoopbackAddressAndClosedAtTheEnd() throws IOException {
		Set<String> before = ProcessSockets.listening();
		RunningBroker broker = start(PLAIN);
		Set<String> added = ProcessSockets.listening();
		added.removeAll(before);
		broker.close();
		assertThat(added).hasSize(2)
			.allMatch((address) -> address.matches(
					"(0100007F" + "|0000000000000000FFFF00000100007F|00000000000000000000000001000000):[0-9A-F]{4}"));
		assertThat(ProcessSockets.listening()).doesNotContainAnyElementsOf(added);
	}

	@Test
	void closingRemovesTheDirectory() throws Exception {
		RunningBroker broker = start(PLAIN);
		Path directory = directory(broker);
		assertThat(directory).isDirectory();
		assertThat(directory.getFileName().toString()).startsWith("kafka-test-");
		broker.close();
		assertThat(directory).doesNotExist();
	}

	@Test
	void closingTwiceDoesNoHarm() {
		RunningBroker broker = start(PLAIN);
		broker.close();
		assertThatNoException().isThrownBy(broker::close);
	}

	@Test
	void noThreadIsLeft() {
		start(PLAIN).close();
		Set<Thread> before = threads();
		RunningBroker broker = start(PLAIN);
		assertThat(threadsSince(before)).isNotEmpty();
		broker.close();
		awaitNoThreadSince(before);
	}

	@RepeatedTest(5)
	@EnabledOnOs(OS.LINUX)
	void aBrokerThatIsClosedWhileItStartsLeavesNothingBehind() throws IOException {
		start(PLAIN).close();
		Set<Thread> threads = threads();
		Set<String> sockets = ProcessSockets.listening();
		this.engine.start(PLAIN).close();
		awaitNoThreadSince(threads);
		assertThat(ProcessSockets.listening()).isEqualTo(sockets);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kafka-1-raft-io-thread", "LogDirFailureHandler", "share-coordinator-reaper",
			"group-coordinator-reaper", "TxnMarkerSenderThread-1", "broker-1-lifecycle-manager-event-handler" })
	@EnabledOnOs(OS.LINUX)
	void aBrokerThatIsClosedInTheMiddleOfItsStartLeavesNothingBehind(String sign) throws IOException {
		start(PLAIN).close();
		Set<Thread> threads = threads();
		Set<String> sockets = ProcessSockets.listening();
		RunningBroker broker = this.engine.start(PLAIN);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(1))
			.until(() -> threadsSince(threads).contains(sign));
		broker.close();
		awaitNoThreadSince(threads);
		assertThat(ProcessSockets.listening()).isEqualTo(sockets);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void manyThreadsThatAskAtOnceGetOneBroker() throws Exception {
		Set<String> before = ProcessSockets.listening();
		Set<Thread> threads = threads();
		RunningBrokers brokers = new RunningBrokers();
		CyclicBarrier start = new CyclicBarrier(32);
		ExecutorService executor = Executors.newFixedThreadPool(32);
		try {
			List<Future<String>> servers = executor.invokeAll(Collections.nCopies(32, () -> {
				start.await(1, TimeUnit.MINUTES);
				RunningBroker broker = brokers.borrow(PLAIN, this.engine, (action) -> {
				});
				broker.awaitStarted();
				return broker.bootstrapServers();
			}));
			Set<String> distinct = new HashSet<>();
			for (Future<String> each : servers) {
				distinct.add(each.get());
			}
			assertThat(distinct).hasSize(1);
			assertThat(ProcessSockets.listening()).hasSize(before.size() + 2);
		}
		finally {
			executor.shutdownNow();
			brokers.closeAll();
		}
		awaitNoThreadSince(threads);
		assertThat(ProcessSockets.listening()).isEqualTo(before);
	}

	@Test
	void aClientMayConnectWhileTheBrokerStarts() throws Exception {
		try (RunningBroker broker = this.engine.start(PLAIN)) {
			assertThat(directory(broker)).isDirectory();
			broker.awaitStarted();
		}
	}

	@Test
	void nothingIsPrintedAndNothingIsLogged(CapturedOutput output) {
		start(PLAIN).close();
		assertThat(output.getAll()).isEmpty();
	}

	@Test
	void twoBrokersRunSideBySide() throws Exception {
		try (RunningBroker first = start(PLAIN); RunningBroker second = start(PLAIN)) {
			assertThat(first.bootstrapServers()).isNotEqualTo(second.bootstrapServers());
			assertThat(directory(first)).isNotEqualTo(directory(second));
		}
	}

	@Test
	void propertiesOfTheSpecificationReachTheBroker() throws Exception {
		BrokerSpecification specification = new BrokerSpecification(1,
				Map.of("num.partitions", "7", "offsets.topic.num.partitions", "3"));
		try (RunningBroker broker = start(specification);
				Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
			ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, "1");
			Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
			assertThat(config.get("num.partitions").value()).isEqualTo("7");
			assertThat(config.get("offsets.topic.num.partitions").value()).isEqualTo("3");
			assertThat(config.get("transaction.state.log.num.partitions").value()).isEqualTo("1");
		}
	}

	@ParameterizedTest
	@CsvSource({ "listeners, PLAINTEXT://:9092", "node.id, 7", "process.roles, broker", "log.dirs, /var/kafka",
			"advertised.listeners, PLAINTEXT://example.com:9092", "controller.quorum.voters, 1@localhost:1" })
	void aPropertyThatTheBrokerChoosesItselfIsRefused(String name, String value) {
		assertThatExceptionOfType(BrokerStartException.class)
			.isThrownBy(() -> start(new BrokerSpecification(1, Map.of(name, value))))
			.withMessage("kafka.test.embedded.properties." + name + "=" + value
					+ " cannot be set: the embedded broker chooses its own address, role and directory.")
			.extracting(BrokerStartException::remedy)
			.isEqualTo("Remove it, or run a cluster of your own and name it with kafka.test.bootstrap-servers.");
	}

	@Test
	void aPropertyThatMakesNoSenseIsReported() {
		assertThatExceptionOfType(BrokerStartException.class)
			.isThrownBy(() -> start(new BrokerSpecification(1, Map.of("num.io.threads", "zero"))))
			.withMessage("The embedded Kafka broker did not start: org.apache.kafka.common.config.ConfigException: "
					+ "Invalid value zero for configuration num.io.threads: Not a number of type INT")
			.withCauseInstanceOf(ConfigException.class)
			.extracting(BrokerStartException::remedy)
			.isEqualTo("Correct or remove kafka.test.embedded.properties.num.io.threads.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "num.io.threads=zero", "metric.reporters=com.example.Missing",
			"authorizer.class.name=com.example.Missing", "remote.log.storage.system.enable=true" })
	@EnabledOnOs(OS.LINUX)
	void aStartThatFailedLeavesNothingBehind(String property) throws Exception {
		start(PLAIN).close();
		Set<Thread> threads = threads();
		Set<String> sockets = ProcessSockets.listening();
		Map<String, String> properties = Map.of(property.split("=")[0], property.split("=")[1]);
		RunningBroker broker = this.engine.start(new BrokerSpecification(1, properties));
		assertThatExceptionOfType(BrokerStartException.class).isThrownBy(broker::awaitStarted)
			.withMessageStartingWith("The embedded Kafka broker did not start: ");
		assertThat(broker.hasFailed()).isTrue();
		awaitNoThreadSince(threads);
		assertThat(ProcessSockets.listening()).isEqualTo(sockets);
	}

	private RunningBroker start(BrokerSpecification specification) {
		RunningBroker broker = this.engine.start(specification);
		broker.awaitStarted();
		assertThat(broker.hasFailed()).isFalse();
		return broker;
	}

	private static Path directory(RunningBroker broker) throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
			return Path.of(admin.describeLogDirs(List.of(1)).allDescriptions().get().get(1).keySet().iterator().next())
				.getParent();
		}
	}

	private static Set<Thread> threads() {
		return Set.copyOf(Thread.getAllStackTraces().keySet());
	}

	private static Set<String> threadsSince(Set<Thread> before) {
		return threads().stream()
			.filter((thread) -> !before.contains(thread))
			.map(Thread::getName)
			.filter((name) -> !name.equals(LATE))
			.collect(Collectors.toSet());
	}

	private static void awaitNoThreadSince(Set<Thread> before) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.untilAsserted(() -> assertThat(threadsSince(before)).isEmpty());
	}

}
