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
 * What every part of the library hands to a test, a
 * {@link io.omninode.kafka.test.record.ReceivedRecord}, and what a test asks about
 * records that belong to no exchange.
 * <p>
 * Enter at {@link io.omninode.kafka.test.record.TestRecords}:
 * {@link io.omninode.kafka.test.record.PendingRecords}, what the application publishes,
 * and {@link io.omninode.kafka.test.record.SentRecord}, whether it has consumed what a
 * test sends. {@link io.omninode.kafka.test.record.RecordSender} sends for exchanges and
 * loads too.
 * <p>
 * Called by tests, on their thread, which waits here for records that the thread of the
 * recorder offers.
 */
@NullMarked
package io.omninode.kafka.test.record;

import org.jspecify.annotations.NullMarked;
