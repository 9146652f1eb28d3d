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
 * The broker that the tests use: the embedded one, those of this JVM, and one that is
 * elsewhere.
 * <p>
 * Enter at {@link io.omninode.kafka.test.broker.TestBroker}, what a test gets, and at
 * {@link io.omninode.kafka.test.broker.RunningBrokers}, which starts, shares and stops
 * embedded ones: the only mutable static state of the library. Another way to run a
 * broker is a {@link io.omninode.kafka.test.broker.BrokerEngine}.
 * <p>
 * Called by the auto-configuration. Brokers start and stop on threads of their own, named
 * {@code kafka-test-broker-start} and the like; who needs the broker waits for them.
 */
@NullMarked
package io.omninode.kafka.test.broker;

import org.jspecify.annotations.NullMarked;
