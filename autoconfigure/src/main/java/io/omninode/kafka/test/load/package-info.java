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
 * Puts the service under test under load.
 * <p>
 * Start with {@link io.omninode.kafka.test.load.LoadDriver}, which carries out a
 * {@link io.omninode.kafka.test.load.LoadPlan}. The results are in the package
 * {@code report}.
 * <p>
 * Called by tests, on their thread, which samples and ends overdue requests. A thread
 * {@code kafka-test-load-<name>} sends. Acknowledgements are counted on the thread of the
 * producer, replies on that of the recorder, and neither waits here.
 */
@NullMarked
package io.omninode.kafka.test.load;

import org.jspecify.annotations.NullMarked;
