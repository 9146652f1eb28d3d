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
import io.omninode.kafka.test.topic.TopicNames;

/**
 * The topics that the properties declare.
 */
final class TopicSettings {

	private TopicSettings() {
	}

	/**
	 * Return the names. They include the codegen topics unless the properties say
	 * otherwise. If the properties do not say, the codegen topics are left out on a
	 * cluster that the test brings itself, which only has topics that the test knows.
	 */
	static TopicNames names(KafkaTestProperties properties, TestCluster cluster) {
		TopicNames declared = TopicNames.of(properties.topics());
		Boolean codegen = properties.codegenTopics();
		boolean withCodegen = (codegen != null) ? codegen : !cluster.isProvided();
		return withCodegen ? TopicNames.codegen().with(declared) : declared;
	}

}
