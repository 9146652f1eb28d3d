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
 * Logical topic names, the topics of exchanges, and the topics themselves.
 * <p>
 * Start with {@link io.omninode.kafka.test.topic.TestTopics}, which tests use,
 * {@link io.omninode.kafka.test.topic.TopicNames}, which resolves names, and
 * {@link io.omninode.kafka.test.topic.ExchangeTopics}, the topics of one exchange.
 * <p>
 * Called by all code that takes the name of a topic, on any thread. Topics are created
 * with the admin client of the context, and the thread that asks waits for it.
 */
@NullMarked
package io.omninode.kafka.test.topic;

import org.jspecify.annotations.NullMarked;
