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

import java.util.List;

import io.omninode.kafka.test.autoconfigure.cluster.ClusterSettings;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.BrokerSpecification;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * {@link ClusterSettings} backed by {@link KafkaTestProperties}.
 *
 * @param properties the properties
 */
record BoundSettings(KafkaTestProperties properties) implements ClusterSettings {

	@Override
	public @Nullable BrokerMode mode() {
		return switch (this.properties.broker()) {
			case EMBEDDED -> BrokerMode.EMBEDDED;
			case EXTERNAL -> BrokerMode.EXTERNAL;
			case AUTO -> null;
		};
	}

	@Override
	public List<String> servers() {
		List<String> servers = this.properties.bootstrapServers();
		return (servers != null) ? servers : List.of();
	}

	@Override
	public @Nullable SecurityProtocol securityProtocol() {
		return this.properties.securityProtocol();
	}

	@Override
	public @Nullable String schemaRegistry() {
		String url = this.properties.schemaRegistryUrl();
		return StringUtils.hasLength(url) ? url : null;
	}

	@Override
	public ForeignBeans foreignBeans() {
		return switch (this.properties.foreignClusters()) {
			case REDIRECT -> ForeignBeans.REDIRECTED;
			case FAIL -> ForeignBeans.REFUSED;
			case ALLOW -> ForeignBeans.ALLOWED;
		};
	}

	@Override
	public BrokerSpecification embedded() {
		KafkaTestProperties.Embedded embedded = this.properties.embedded();
		return new BrokerSpecification(embedded.brokers(), embedded.securityProtocol(), embedded.properties());
	}

	@Override
	public boolean isIsolated() {
		return this.properties.embedded().isolated();
	}

	@Override
	public void checkEmbedded() {
		PropertyRules.checkReplication(this.properties);
	}

}
