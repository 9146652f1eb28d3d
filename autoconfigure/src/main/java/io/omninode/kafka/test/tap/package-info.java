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
 * The recorder of a context: a reader without a consumer group, on which replies, flows
 * and diagnosis are based.
 * <p>
 * Start with {@link io.omninode.kafka.test.tap.Tap}. It passes records to its
 * subscribers, and keeps the last ones within its
 * {@link io.omninode.kafka.test.tap.TapBounds};
 * {@link io.omninode.kafka.test.tap.PastRecords} reads older ones.
 * <p>
 * Called by replies, records, flows and loads. Their subscribers run on the thread
 * {@code kafka-test-tap}, which is the only one that polls, so they must not wait. The
 * thread ends when the context is closed or paused.
 */
@NullMarked
package io.omninode.kafka.test.tap;

import org.jspecify.annotations.NullMarked;
