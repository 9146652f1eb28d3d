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
 * Adapts beans of the application: its clients use the cluster of the tests, its
 * consumers wait less on the embedded broker, its topics ask for no more replicas than
 * there are brokers, and its Kafka Streams applications leave nothing behind.
 * <p>
 * Start with
 * {@link io.omninode.kafka.test.autoconfigure.application.ForeignClusterPostProcessor},
 * which checks each bean, and
 * {@link io.omninode.kafka.test.autoconfigure.application.StreamsDefaults}.
 * <p>
 * Called by Spring while a context creates, starts and stops its beans, on the thread
 * that does so.
 */
@NullMarked
package io.omninode.kafka.test.autoconfigure.application;

import org.jspecify.annotations.NullMarked;
