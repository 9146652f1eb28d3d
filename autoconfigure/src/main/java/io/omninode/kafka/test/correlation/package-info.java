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
 * Reads the correlation id of a record, and writes it to one: in a field of the JSON
 * value, a header, or the key.
 * <p>
 * Start with {@link io.omninode.kafka.test.correlation.CorrelationStrategy}, which an
 * application may replace. {@link io.omninode.kafka.test.correlation.Text} and
 * {@link io.omninode.kafka.test.correlation.Excerpt} show the content of records in
 * failures.
 * <p>
 * Called for each record that is sent, on the thread of its sender, and for each record
 * that is seen, on the thread of the recorder. Strategies keep no state.
 */
@NullMarked
package io.omninode.kafka.test.correlation;

import org.jspecify.annotations.NullMarked;
