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

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;

import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Waits for the broker before the application's {@code KafkaAdmin} connects. If the
 * broker failed to start, the context fails with the same cause.
 *
 * @param cluster the cluster
 */
record BrokerStart(TestCluster cluster) implements SmartInitializingSingleton {

	@Override
	public void afterSingletonsInstantiated() {
		this.cluster.awaitStarted();
	}

}
