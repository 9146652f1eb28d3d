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
 * What went wrong: the cause, the evidence and the remedy of a failed wait.
 * <p>
 * {@link io.omninode.kafka.test.diagnosis.Diagnosis} is what a test gets. Enter at
 * {@link io.omninode.kafka.test.diagnosis.Investigation}, which looks for the cause of
 * what a {@link io.omninode.kafka.test.diagnosis.Question} asks, in the
 * {@link io.omninode.kafka.test.diagnosis.Sources} of the context.
 * <p>
 * Called when a wait has failed, or when a test asks, on the thread that waited. Nothing
 * is noted here beforehand.
 */
@NullMarked
package io.omninode.kafka.test.diagnosis;

import org.jspecify.annotations.NullMarked;
