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
 * The results of a load: counts, times, assertions, and HTML and JSON files.
 * <p>
 * Start with {@link io.omninode.kafka.test.report.LoadReport}, and
 * {@link io.omninode.kafka.test.report.LoadReportAssert}, its assertions.
 * <p>
 * Called by the package {@code load}, on the thread of the test that runs it, and by
 * tests. Everything in a report is immutable.
 */
@NullMarked
package io.omninode.kafka.test.report;

import org.jspecify.annotations.NullMarked;
