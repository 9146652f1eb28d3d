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
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LoopbackPort}.
 */
class LoopbackPortTests {

	private LoopbackPort port;

	@BeforeEach
	void openPort() throws IOException {
		this.port = LoopbackPort.open();
	}

	@AfterEach
	void closePort() throws IOException {
		this.port.close();
	}

	@Test
	void itListensFromTheBeginning() throws IOException {
		connect();
		assertThat(this.port.listen()).isSameAs(this.port.listen());
		assertThat(this.port).hasToString(InetAddress.getLoopbackAddress().getHostAddress() + ":" + this.port.number());
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void whileItIsReservedClientsAreRefusedAndNobodyElseGetsIt() throws IOException {
		this.port.reserve();
		this.port.reserve();
		assertThatExceptionOfType(ConnectException.class).isThrownBy(this::connect);
		try (ServerSocket other = new ServerSocket()) {
			other.setReuseAddress(false);
			assertThatExceptionOfType(BindException.class).isThrownBy(
					() -> other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port.number())));
		}
	}

	@Test
	void afterAReservationItListensAgain() throws IOException {
		int number = this.port.number();
		this.port.reserve();
		assertThat(this.port.listen().socket().getLocalPort()).isEqualTo(number);
		connect();
	}

	@Test
	void afterItIsClosedThePortIsFree() throws IOException {
		this.port.reserve();
		this.port.close();
		try (ServerSocket other = new ServerSocket(this.port.number(), 1, InetAddress.getLoopbackAddress())) {
			assertThat(other.isBound()).isTrue();
		}
	}

	private void connect() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port.number())) {
			assertThat(socket.isConnected()).isTrue();
		}
	}

}
