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

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import com.yammer.metrics.core.Metric;
import com.yammer.metrics.core.MetricName;
import com.yammer.metrics.core.MetricsRegistryListener;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.server.metrics.KafkaYammerMetrics;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link KRaftServers}.
 */
@Tag("kafka")
class KRaftServersIntegrationTests {

	private final InterruptingListener listener = new InterruptingListener();

	@BeforeEach
	void listen() {
		KafkaYammerMetrics.defaultRegistry().addListener(this.listener);
	}

	@AfterEach
	void listenNoMore() {
		KafkaYammerMetrics.defaultRegistry().removeListener(this.listener);
	}

	@Test
	void aStartThatIsInterruptedBeforeItsMetadataIsReadLeavesNoThread(@TempDir Path directory) throws Exception {
		startAndStop();
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		startInterrupted(directory);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.pollInSameThread()
			.untilAsserted(() -> assertThat(threadsSince(before)).isEmpty());
	}

	private static void startAndStop() {
		RunningBroker broker = new KRaftBrokerEngine().start(new BrokerSpecification(1, Map.of()));
		broker.awaitStarted();
		broker.close();
	}

	private void startInterrupted(Path directory) throws Exception {
		NodePlan plan = NodePlan.cluster(1).get(0);
		try (LoopbackSockets sockets = LoopbackSockets.open(plan.listeners())) {
			Map<String, String> properties = new BrokerProperties(new BrokerSpecification(1, Map.of()),
					BrokerSecurity.create(SecurityProtocol.PLAINTEXT, directory).ofBrokers(),
					plan.id() + "@" + sockets.address(NodePlan.CONTROLLER_LISTENER))
				.of(plan, sockets, directory);
			new KRaftNode(plan, sockets, directory, properties, (broker) -> {
			}).format(Uuid.randomUuid().toString());
			KRaftServers servers = new KRaftServers(plan);
			FutureTask<Void> start = new FutureTask<>(() -> {
				servers.start(properties, sockets);
				return null;
			});
			Thread thread = new Thread(start, "starting");
			this.listener.starting = thread;
			thread.start();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(start::get)
				.withRootCauseInstanceOf(InterruptedException.class);
			servers.stop();
		}
	}

	private static List<String> threadsSince(Set<Thread> before) {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> !before.contains(thread))
			.map(Thread::getName)
			.filter((name) -> !name.equals("executor-share-coordinator"))
			.toList();
	}

	/**
	 * Interrupts a thread that starts a node when the node has its threads for the
	 * metadata, and waits for the first of it.
	 */
	private static final class InterruptingListener implements MetricsRegistryListener {

		private volatile @Nullable Thread starting;

		@Override
		public void onMetricAdded(MetricName name, Metric metric) {
			if (this.starting != null && name.getType().equals("MetadataLoader")) {
				this.starting.interrupt();
			}
		}

		@Override
		public void onMetricRemoved(MetricName name) {
		}

	}

}
