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
 * Flows: all records with one correlation id, in the order in which they came about.
 * <p>
 * Enter at {@link io.omninode.kafka.test.flow.FlowTracker}, which waits for a
 * {@link io.omninode.kafka.test.flow.Flow} with its
 * {@link io.omninode.kafka.test.flow.Hop hops}, and at
 * {@link io.omninode.kafka.test.flow.FlowAssert}, what can be said of it.
 * <p>
 * Called by tests, on their thread, which waits here. The records come from the recorder
 * of the context, and may have been seen before the flow is tracked. A flow does not
 * change.
 */
@NullMarked
package io.omninode.kafka.test.flow;

import org.jspecify.annotations.NullMarked;
