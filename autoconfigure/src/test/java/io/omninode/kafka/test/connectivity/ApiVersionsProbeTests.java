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
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;

import io.omninode.kafka.test.connectivity.FakeServer.Conversation;
import io.omninode.kafka.test.connectivity.Reachability.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThatCode;

/**
 * Tests for {@link ApiVersionsProbe} and {@link TrustingTls}.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ApiVersionsProbeTests {

	private static final Duration PATIENT = Duration.ofMinutes(5);

	private static final Duration SHORT = Duration.ofMillis(50);

	private static SelfSignedTls tls;

	@BeforeAll
	static void createCertificate(@TempDir Path directory) throws Exception {
		tls = SelfSignedTls.in(directory);
	}

	@Test
	void aBrokerThatAnswersIsAvailable() throws IOException {
		assertOutcome(FakeServer.kafka(), Outcome.AVAILABLE, "");
	}

	@Test
	void aPortOnWhichNothingListensRefuses() throws IOException {
		try (RefusingPort port = new RefusingPort()) {
			assertThat(plain(PATIENT).ask(port.address()))
				.isEqualTo(new Reachability(port.address(), Outcome.REFUSED, ""));
		}
	}

	@Test
	void aHostThatIsNotKnownIsUnreachable() {
		assertThat(plain(PATIENT).ask("nothing.invalid:9092"))
			.isEqualTo(new Reachability("nothing.invalid:9092", Outcome.UNREACHABLE, "the host is not known"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "localhost:", "localhost:kafka", "localhost:65536", "${orders.brokers}", "" })
	void whatIsNoAddressIsUnreachable(String address) {
		assertThat(plain(PATIENT).ask(address))
			.isEqualTo(new Reachability(address, Outcome.UNREACHABLE, "it is not host:port"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Network is unreachable", "Host is unreachable", "No route to host",
			"No route to host (Host unreachable)", "Connection timed out", "Connection timed out: connect",
			"Host is down" })
	void aHostThatIsNotReachedIsNotSaidToRefuse(String text) {
		assertThat(ApiVersionsProbe.failure("host:9092", new ConnectException(text)))
			.isEqualTo(new Reachability("host:9092", Outcome.UNREACHABLE, text));
		assertThat(ApiVersionsProbe.failure("host:9092", new NoRouteToHostException(text)))
			.isEqualTo(new Reachability("host:9092", Outcome.UNREACHABLE, text));
	}

	@ParameterizedTest
	@CsvSource({ "Connection refused, ''", "'Connection refused: connect', ''",
			"Verbindungsaufbau abgelehnt, Verbindungsaufbau abgelehnt" })
	void aRefusalIsToldInTheWordsOfTheSystemWhereTheyAreNotKnown(String text, String detail) {
		assertThat(ApiVersionsProbe.failure("host:9092", new ConnectException(text)))
			.isEqualTo(new Reachability("host:9092", Outcome.REFUSED, detail));
	}

	@Test
	void aServerThatSaysNothingIsMute() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.mute())) {
			assertThat(plain(SHORT).ask(server.address()))
				.isEqualTo(new Reachability(server.address(), Outcome.MUTE, "no answer within 50ms"));
		}
	}

	@Test
	void aServerThatStopsInTheMiddleOfItsAnswerIsMute() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.bytes((byte) 0, (byte) 0))) {
			assertThat(plain(SHORT).ask(server.address()).outcome()).isEqualTo(Outcome.MUTE);
		}
	}

	@Test
	void aTimeoutBelowAMillisecondIsNoneWithoutEnd() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.mute())) {
			assertThat(plain(Duration.ofNanos(1)).ask(server.address()).isAvailable()).isFalse();
		}
	}

	@Test
	void aServerThatClosesTheConnectionIsNotKafka() throws IOException {
		assertOutcome(FakeServer.closing(), Outcome.NOT_KAFKA, "it closed the connection");
	}

	@Test
	void aServerThatResetsTheConnectionIsNotKafka() throws IOException {
		assertOutcome(FakeServer.resetting(), Outcome.NOT_KAFKA, "Connection reset");
	}

	@Test
	void aServerThatAnswersInHttpIsNotKafka() throws IOException {
		assertOutcome(FakeServer.http(), Outcome.NOT_KAFKA, "");
	}

	@Test
	void aServerThatAnswersAnotherQuestionIsNotKafka() throws IOException {
		assertOutcome(FakeServer.confused(), Outcome.NOT_KAFKA, "");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1024 * 1024 + 1 })
	void anAnswerOfAnImpossibleSizeIsNotKafka(int size) throws IOException {
		byte[] bytes = ByteBuffer.allocate(4).putInt(size).array();
		assertOutcome(FakeServer.bytes(bytes), Outcome.NOT_KAFKA, "");
	}

	@Test
	void aBrokerBehindTlsIsAvailableWhoeverSignedItsCertificate() throws IOException {
		try (FakeServer server = FakeServer.start(tls.around(FakeServer.kafka()))) {
			assertThat(secure(PATIENT).ask(server.address()))
				.isEqualTo(new Reachability(server.address(), Outcome.AVAILABLE, ""));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void aBrokerThatWantsACertificateOfOursIsAvailable(String protocol) throws IOException {
		try (FakeServer server = FakeServer.start(tls.demandingCertificate(protocol))) {
			assertThat(secure(PATIENT).ask(server.address()))
				.isEqualTo(new Reachability(server.address(), Outcome.AVAILABLE, ""));
		}
	}

	@Test
	void aBrokerThatBreaksOffAfterTheHandshakeIsAvailable() throws IOException {
		try (FakeServer server = FakeServer.start(tls.breakingOff())) {
			assertThat(secure(PATIENT).ask(server.address()))
				.isEqualTo(new Reachability(server.address(), Outcome.AVAILABLE, ""));
		}
	}

	@Test
	void aPlainServerIsNotKafkaWhereTlsIsAskedFor() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.closing())) {
			Reachability reachability = secure(PATIENT).ask(server.address());
			assertThat(reachability.outcome()).isEqualTo(Outcome.NOT_KAFKA);
		}
	}

	@Test
	void aPlainServerThatAnswersIsNotKafkaWhereTlsIsAskedFor() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.http())) {
			assertThat(secure(PATIENT).ask(server.address())).isEqualTo(new Reachability(server.address(),
					Outcome.NOT_KAFKA, "TLS failed: Unsupported or unrecognized SSL message"));
		}
	}

	@Test
	void aServerThatSaysNothingIsMuteWhereTlsIsAskedFor() throws IOException {
		try (FakeServer server = FakeServer.start(FakeServer.mute())) {
			assertThat(secure(SHORT).ask(server.address()))
				.isEqualTo(new Reachability(server.address(), Outcome.MUTE, "no answer within 50ms"));
		}
	}

	@Test
	void aServerThatSpeaksTlsIsNotKafkaWherePlainTextIsAskedFor() throws IOException {
		try (FakeServer server = FakeServer.start(tls.around(FakeServer.kafka()))) {
			assertThat(plain(PATIENT).ask(server.address()).outcome()).isEqualTo(Outcome.NOT_KAFKA);
		}
	}

	@Test
	void anAddressOfIpVersion6IsAsked() throws IOException {
		InetAddress loopback = InetAddress.getByName("::1");
		assumeThatCode(() -> new ServerSocket(0, 50, loopback).close()).doesNotThrowAnyException();
		ServerSocket socket = new ServerSocket(0, 50, loopback);
		try (FakeServer server = FakeServer.start(socket, (number) -> FakeServer.kafka())) {
			String address = "[::1]:" + server.port();
			assertThat(plain(PATIENT).ask(address)).isEqualTo(new Reachability(address, Outcome.AVAILABLE, ""));
		}
	}

	private static void assertOutcome(Conversation conversation, Outcome outcome, String detail) throws IOException {
		try (FakeServer server = FakeServer.start(conversation)) {
			assertThat(plain(PATIENT).ask(server.address()))
				.isEqualTo(new Reachability(server.address(), outcome, detail));
		}
	}

	private static ApiVersionsProbe plain(Duration timeout) {
		return new ApiVersionsProbe(false, timeout);
	}

	private static ApiVersionsProbe secure(Duration timeout) {
		return new ApiVersionsProbe(true, timeout);
	}

}
