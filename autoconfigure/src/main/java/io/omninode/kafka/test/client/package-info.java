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
 * The Kafka clients of the tests, their configuration, and the offsets at which a test
 * begins.
 * <p>
 * Start with {@link io.omninode.kafka.test.client.TestClients}, which creates every
 * client of this library, {@link io.omninode.kafka.test.client.TestConsumers}, which
 * tests use, {@link io.omninode.kafka.test.client.TopicEnds}, which knows the offsets at
 * which a test begins, and {@link io.omninode.kafka.test.client.TestScope}, which cleans
 * up after a test.
 * <p>
 * Called by all packages that read or write, on their threads. Clients are closed with
 * the context, consumers with the test that asked for them.
 */
@NullMarked
package io.omninode.kafka.test.client;

import org.jspecify.annotations.NullMarked;
