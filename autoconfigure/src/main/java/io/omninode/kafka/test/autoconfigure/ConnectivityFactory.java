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

import io.omninode.kafka.test.connectivity.KafkaConnectivity;
import org.jspecify.annotations.Nullable;

/**
 * Creates a {@link KafkaConnectivity} from properties.
 */
final class ConnectivityFactory {

	private ConnectivityFactory() {
	}

	static KafkaConnectivity create(List<String> servers, @Nullable String securityProtocol,
			KafkaTestProperties.Connectivity settings) {
		boolean tls = securityProtocol != null && securityProtocol.endsWith("SSL");
		return KafkaConnectivity.of(servers, tls, new KafkaConnectivity.Settings(settings.maxRetries(),
				settings.initialDelay(), settings.multiplier(), settings.timeout()));
	}

}
