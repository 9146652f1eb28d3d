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

package io.omninode.kafka.test.autoconfigure.environment;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.common.utils.Utils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The addresses of a cluster.
 *
 * @param hosts host and port of each broker
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Addresses(Set<String> hosts) {

	private static final String LOOPBACK = "127.0.0.1:";

	/**
	 * Return the addresses in a configuration value, which is a string or a collection.
	 */
	public static Addresses of(@Nullable Object value) {
		Stream<?> elements = (value instanceof Collection<?> collection) ? collection.stream()
				: Stream.ofNullable(value);
		return new Addresses(elements.flatMap((element) -> Arrays.stream(element.toString().split(",")))
			.map(Addresses::normalized)
			.filter((host) -> !host.isEmpty())
			.collect(Collectors.toUnmodifiableSet()));
	}

	private static String normalized(String address) {
		String host = address.trim();
		host = host.contains("://") ? host.substring(host.indexOf("://") + 3) : host;
		return host.replaceFirst("^(localhost|\\[::1]):", LOOPBACK);
	}

	/**
	 * Return whether Kafka's clients find a host and a port in an address. They may be
	 * preceded by the name of a listener.
	 */
	public static boolean hasHostAndPort(String server) {
		Integer port = Utils.getPort(server);
		return StringUtils.hasLength(Utils.getHost(server)) && port != null && port > 0 && port < 65536;
	}

	public boolean areAll(Addresses others) {
		return !this.hosts.isEmpty() && others.hosts().containsAll(this.hosts);
	}

	public boolean areLoopback() {
		return !this.hosts.isEmpty() && this.hosts.stream().allMatch((host) -> host.startsWith(LOOPBACK));
	}

}
