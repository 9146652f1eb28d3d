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
 * The listeners of the application under test: their containers, what they read, and what
 * they make of each record.
 * <p>
 * Enter at {@link io.omninode.kafka.test.listener.ListenerContainers}, which listeners
 * there are, and at {@link io.omninode.kafka.test.listener.ListenerOutcomes}, what became
 * of a record in them.
 * <p>
 * Called by the package {@code application} and by all that waits for a record or
 * explains why it did not come. Outcomes are noted on the threads of the listeners, which
 * never wait here, and asked for by any thread.
 */
@NullMarked
package io.omninode.kafka.test.listener;

import org.jspecify.annotations.NullMarked;
