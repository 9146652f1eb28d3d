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
 * Chooses the cluster that the tests of a context use, and puts it in the place of others
 * in the environment.
 * <p>
 * Start with {@link io.omninode.kafka.test.autoconfigure.cluster.TestCluster}, of which
 * each context has one.
 * {@link io.omninode.kafka.test.autoconfigure.cluster.ClusterChoice} decides,
 * {@code BorrowedBroker} starts the embedded broker, and
 * {@link io.omninode.kafka.test.autoconfigure.cluster.TestClusterPropertySource} answers
 * for the properties of the application.
 * <p>
 * Called by the auto-configuration, on the thread that starts the context, and afterwards
 * by any thread that asks for a property.
 */
@NullMarked
package io.omninode.kafka.test.autoconfigure.cluster;

import org.jspecify.annotations.NullMarked;
