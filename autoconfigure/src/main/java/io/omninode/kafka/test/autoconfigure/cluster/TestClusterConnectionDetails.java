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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.util.List;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.util.StringUtils;

/**
 * The connection details of the cluster of the tests if Boot's own auto-configuration of
 * Kafka is switched off.
 *
 * @param cluster the cluster
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record TestClusterConnectionDetails(TestCluster cluster) implements KafkaConnectionDetails {

	@Override
	public List<String> getBootstrapServers() {
		return List.of(StringUtils.commaDelimitedListToStringArray(this.cluster.servers()));
	}

	@Override
	public @Nullable String getSecurityProtocol() {
		return this.cluster.securityProtocol();
	}

}
