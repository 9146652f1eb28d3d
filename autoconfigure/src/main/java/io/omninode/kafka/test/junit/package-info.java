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
 * Annotations of test classes that need Kafka, and their JUnit tags.
 * <p>
 * Start with {@link io.omninode.kafka.test.junit.KafkaTest} and
 * {@link io.omninode.kafka.test.junit.KafkaLoadTest}, which annotate a test class, and
 * {@link io.omninode.kafka.test.junit.EnabledIfKafkaAvailable}, the condition that an
 * external cluster answers. {@link io.omninode.kafka.test.junit.KafkaAvailability} is
 * implemented by the auto-configuration, which knows Spring Boot.
 * <p>
 * Called by JUnit before there is a context, on the thread that discovers or runs the
 * tests.
 */
@NullMarked
package io.omninode.kafka.test.junit;

import org.jspecify.annotations.NullMarked;
