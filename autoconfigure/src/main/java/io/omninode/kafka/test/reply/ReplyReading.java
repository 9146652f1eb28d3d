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

package io.omninode.kafka.test.reply;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.topic.TopicNames;

/**
 * What all waits of an awaiter have in common.
 *
 * @param reader reads replies
 * @param names resolves topics in assertions
 * @param timeout the default timeout
 * @param completions completes futures, and runs what their users make of that
 * @param watch ends waits for a cluster that is gone
 */
record ReplyReading(RecordReader reader, TopicNames names, Duration timeout, Executor completions, ClusterWatch watch) {

}
