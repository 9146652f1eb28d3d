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
 * The auto-configuration, which assembles what the context of a test gets. Only this
 * package and those below it know Spring Boot, and nothing else depends on them.
 * <p>
 * Start with {@link io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration},
 * which provides the cluster, and
 * {@link io.omninode.kafka.test.autoconfigure.KafkaTestClientsAutoConfiguration}, which
 * provides the beans with which tests use it.
 * {@link io.omninode.kafka.test.autoconfigure.KafkaTestProperties} are bound and checked
 * here.
 * <p>
 * Called by Spring Boot, and by the test framework before there is a context, on the
 * thread that starts the context.
 */
@NullMarked
package io.omninode.kafka.test.autoconfigure;

import org.jspecify.annotations.NullMarked;
