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
 * Waits with a limit, and the texts of failed waits.
 * <p>
 * Start with {@link io.omninode.kafka.test.waiting.Deadline}, which limits every wait,
 * {@link io.omninode.kafka.test.waiting.Answer}, which waits for the answer of a Kafka
 * client, and {@link io.omninode.kafka.test.waiting.FailureText}, the format of every
 * failure.
 * <p>
 * Called by all packages, on the thread that waits. Nothing here starts a thread.
 */
@NullMarked
package io.omninode.kafka.test.waiting;

import org.jspecify.annotations.NullMarked;
