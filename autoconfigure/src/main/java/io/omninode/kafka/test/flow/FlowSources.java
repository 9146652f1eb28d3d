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

package io.omninode.kafka.test.flow;

import io.omninode.kafka.test.application.ApplicationUnderTest;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TestTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a {@link FlowTracker} finds what it tells.
 *
 * @param names the topics and exchanges
 * @param topics lists the topics of the cluster
 * @param tap reads the topics
 * @param correlation reads correlation ids
 * @param clients creates a consumer for what happened before the test
 * @param consumption what groups and listeners have consumed
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record FlowSources(TopicNames names, TestTopics topics, Tap tap, CorrelationStrategy correlation,
		TestClients clients, ApplicationUnderTest consumption) {

}
