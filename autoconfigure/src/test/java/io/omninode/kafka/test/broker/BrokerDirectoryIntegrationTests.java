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
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTags;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BrokerDirectory} with JVMs that share a temporary directory.
 */
@Tag(KafkaTags.KAFKA)
@Order(1)
@OnOneJdk
class BrokerDirectoryIntegrationTests {

	@TempDir
	private Path directory;

	private Path temporary;

	private Process living;

	private Path inUse;

	@BeforeEach
	void startOneThatGoesOn() throws Exception {
		this.temporary = Files.createDirectory(this.directory.resolve("tmp"));
		this.living = start("living");
		this.inUse = this.temporary.resolve(names().iterator().next());
	}

	@AfterEach
	void killIt() {
		this.living.destroyForcibly();
	}

	@Test
	void whatAKilledJvmLeftIsRemovedByALaterStartAndNothingElse() throws Exception {
		Path other = Files.createDirectories(this.temporary.resolve("kafka-test-1/node-1")).getParent();
		Process killed = start("killed");
		Path left = this.temporary.resolve(names().stream()
			.filter((name) -> !Set.of(this.inUse, other).contains(this.temporary.resolve(name)))
			.findAny()
			.orElseThrow());
		killed.destroyForcibly().waitFor();
		assertThat(left.resolve(BrokerDirectory.LOCK_FILE)).exists();
		Process later = start("later");
		try {
			Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> Files.notExists(left));
		}
		finally {
			end(later);
		}
		assertThat(this.inUse.resolve("node-1")).isNotEmptyDirectory();
		assertThat(names()).containsExactlyInAnyOrder(this.inUse.getFileName().toString(), "kafka-test-1");
		end(this.living);
		assertThat(names()).containsExactly("kafka-test-1");
		assertThat(other.resolve("node-1")).isDirectory();
	}

	private Process start(String name) throws IOException {
		BrokerJvm jvm = new BrokerJvm(Files.createDirectory(this.directory.resolve(name)), this.temporary, List.of(),
				UnaryOperator.identity());
		Process process = jvm.start(Holder.class);
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(jvm.output()) || !process.isAlive());
		assertThat(process.isAlive()).as(jvm.log()).isTrue();
		return process;
	}

	private static void end(Process process) throws Exception {
		process.getOutputStream().close();
		assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).isZero();
	}

	private Set<String> names() throws IOException {
		try (Stream<Path> files = Files.list(this.temporary)) {
			return files.map((file) -> file.getFileName().toString()).collect(Collectors.toSet());
		}
	}

	/**
	 * Has a broker until its standard input ends.
	 */
	public static final class Holder {

		private Holder() {
		}

		public static void main(String[] args) throws IOException {
			try (RunningBroker broker = BrokerEngine.kraft().start(new BrokerSpecification(1, Map.of()))) {
				broker.awaitStarted();
				Files.writeString(Path.of(args[0]), "started");
				System.in.transferTo(OutputStream.nullOutputStream());
			}
		}

	}

}
