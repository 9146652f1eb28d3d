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
 * The Kafka side of the application under test: its groups, producers and Kafka Streams,
 * and whether it is ready for a record, or quiet. Single listeners are covered by the
 * package {@code listener}.
 * <p>
 * Start with {@link io.omninode.kafka.test.application.ApplicationReadiness}, which is
 * asked before a record is sent, {@link io.omninode.kafka.test.application.QuietPoint},
 * which is asked afterwards, and
 * {@link io.omninode.kafka.test.application.ConsumerGroups}, the committed offsets of
 * groups.
 * <p>
 * Called by exchanges, flows, records and loads, on the thread of the test, which waits
 * here. The cluster is asked with the admin client of the context.
 */
@NullMarked
package io.omninode.kafka.test.application;

import org.jspecify.annotations.NullMarked;
