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
 * The broker that the tests use, either embedded in this JVM or running elsewhere.
 * <p>
 * Start with {@link io.omninode.kafka.test.broker.TestBroker}, which tests use, and with
 * {@link io.omninode.kafka.test.broker.RunningBrokers}, which starts, shares and stops
 * embedded brokers and holds the only mutable static state of the library. Implement
 * {@link io.omninode.kafka.test.broker.BrokerEngine} to run a broker in another way.
 * <p>
 * Called by the auto-configuration. Brokers start and stop on threads of their own, named
 * {@code kafka-test-broker-start} and the like; code that needs the broker waits for
 * them.
 */
@NullMarked
package io.omninode.kafka.test.broker;

import org.jspecify.annotations.NullMarked;
