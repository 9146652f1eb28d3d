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
 * Reads and writes JSON as the application does.
 * <p>
 * Start with {@link io.omninode.kafka.test.json.JsonFormat}, which uses the mapper of the
 * application, of Jackson 3 or of Jackson 2, and
 * {@link io.omninode.kafka.test.json.JsonValues}. Jackson 2 is loaded only where the
 * application has it.
 * <p>
 * Called by the clients of the tests and by all code that reads records, on any thread.
 * Formats keep no state.
 */
@NullMarked
package io.omninode.kafka.test.json;

import org.jspecify.annotations.NullMarked;
