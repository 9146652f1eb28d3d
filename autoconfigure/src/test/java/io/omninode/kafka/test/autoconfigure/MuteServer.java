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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertySourceFactory;

/**
 * A server that takes connections and says nothing, and the property source that names
 * it.
 */
final class MuteServer implements PropertySourceFactory {

	/**
	 * Has to be there; it is not read.
	 */
	static final String LOCATION = "classpath:application.yml";

	private static volatile int port;

	static ServerSocket open() throws IOException {
		ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		port = socket.getLocalPort();
		return socket;
	}

	static String address() {
		return "127.0.0.1:" + port;
	}

	@Override
	public PropertySource<?> createPropertySource(@Nullable String name, EncodedResource resource) {
		return new MapPropertySource("muteServer",
				Map.of("kafka.test.bootstrap-servers", address(), "kafka.test.connectivity.timeout", "200ms"));
	}

}
