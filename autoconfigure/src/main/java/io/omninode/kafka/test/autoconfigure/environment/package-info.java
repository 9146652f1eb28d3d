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
 * Finds the properties of an environment that name a cluster or a schema registry, and
 * whether the test, the application or a library has set them.
 * <p>
 * Start with {@link io.omninode.kafka.test.autoconfigure.environment.ApplicationSources},
 * the property sources without the one of the starter, and
 * {@link io.omninode.kafka.test.autoconfigure.environment.TestPropertySources}, those of
 * the test. {@link io.omninode.kafka.test.autoconfigure.environment.ClusterSetting} knows
 * the names of the properties. Nothing here knows which cluster is chosen.
 * <p>
 * Called while a context is prepared, and whenever a property is requested, by any
 * thread.
 */
@NullMarked
package io.omninode.kafka.test.autoconfigure.environment;

import org.jspecify.annotations.NullMarked;
