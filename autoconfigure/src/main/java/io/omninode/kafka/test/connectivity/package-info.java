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

/**
 * Finds out whether Kafka answers and, if not, why, and limits the waits for its answers.
 * <p>
 * Start with {@link io.omninode.kafka.test.connectivity.KafkaConnectivity}, which tests
 * use, and {@link io.omninode.kafka.test.connectivity.ClusterWatch}, which ends a wait
 * when the cluster is gone.
 * <p>
 * Called before there is a context, to skip tests, and by everything that waits for the
 * cluster. A call that may hang is watched by a thread {@code kafka-test-watch}, a server
 * is asked on a thread {@code kafka-test-probe}; both end when they are done.
 */
@NullMarked
package io.omninode.kafka.test.connectivity;

import org.jspecify.annotations.NullMarked;
