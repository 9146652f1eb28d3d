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
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartFailure}.
 */
class StartFailureTests {

	private static final Path DIRECTORY = Path.of("place");

	private static final String SPACE = "Check the free space in <place>, and the limit on the size of files (ulimit -f), "
			+ "or set -Djava.io.tmpdir to another directory.";

	private static final Map<String, String> PROPERTIES = Map.of("num.io.threads", "zero", "authorizer.class.name",
			"com.example.Missing", "unclean.leader.election.enable", "true");

	@ParameterizedTest
	@MethodSource
	void theRemedyIsThatOfTheFailure(Throwable failure, String remedy) {
		assertThat(new StartFailure(PROPERTIES, DIRECTORY).explain(failure).remedy()).isEqualTo(remedy);
	}

	static Stream<Arguments> theRemedyIsThatOfTheFailure() {
		return Stream.of(Arguments.of(new IOException("No space left on device"), SPACE),
				Arguments.of(new UncheckedIOException(new IOException("Disk quota exceeded")), SPACE),
				Arguments.of(new RuntimeException(new KafkaStorageException("log directory failed")), SPACE),
				Arguments.of(new KafkaException(new IOException("Too many open files")),
						"Raise the limit on open files of this machine (ulimit -n)."),
				Arguments.of(new KafkaException(new BindException("Address already in use")),
						"Check that nothing else took the address while the broker was stopped, or before it started."),
				Arguments.of(new OutOfMemoryError("Java heap space"), "Give the JVM of the tests more memory (-Xmx)."),
				Arguments.of(new OutOfMemoryError("unable to create native thread"),
						"Raise the limit on threads of this machine (ulimit -u)."),
				Arguments.of(new ConfigException("num.io.threads", "zero", "Not a number"),
						"Correct or remove kafka.test.embedded.properties.num.io.threads."),
				Arguments.of(new KafkaException(new ClassNotFoundException("com.example.Missing")),
						"Correct or remove kafka.test.embedded.properties.authorizer.class.name."),
				Arguments.of(new ConfigException("Two of them contradict each other"),
						"Correct or remove kafka.test.embedded.properties.authorizer.class.name, "
								+ "kafka.test.embedded.properties.num.io.threads, "
								+ "kafka.test.embedded.properties.unclean.leader.election.enable."),
				Arguments.of(new InterruptedException(),
						"The thread that waited for it was interrupted, as a timeout of the test does."));
	}

	@Test
	void whatIsNotKnownIsNotGuessed() {
		BrokerStartException exception = new StartFailure(Map.of(), DIRECTORY)
			.explain(new IllegalStateException("It is over", new ArithmeticException("/ by zero")));
		assertThat(exception)
			.hasMessage("The embedded Kafka broker did not start: java.lang.IllegalStateException: "
					+ "It is over, caused by java.lang.ArithmeticException: / by zero")
			.hasCauseInstanceOf(IllegalStateException.class);
		assertThat(exception.remedy()).isEqualTo("The cause is not known: its stack trace says where it happened.");
	}

	@Test
	void whatIsNotKnownNamesThePropertiesThatAreSet() {
		BrokerStartException exception = new StartFailure(Map.of("num.partitions", "3"), DIRECTORY)
			.explain(new IllegalStateException());
		assertThat(exception.remedy())
			.endsWith(" See also whether it is gone without kafka.test.embedded.properties.num.partitions.");
	}

	@Test
	void aCauseThatTheFailureNamesIsNotNamedTwice() {
		assertThat(new StartFailure(Map.of(), DIRECTORY).explain(new RuntimeException(new IOException("full"))))
			.hasMessage("The embedded Kafka broker did not start: "
					+ "java.lang.RuntimeException: java.io.IOException: full");
	}

}
