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
 * Writes and reads the records of the tests as the application does, with its serializers
 * and formats.
 * <p>
 * Start with {@link io.omninode.kafka.test.serialization.RecordWriter} for records to
 * send and {@link io.omninode.kafka.test.serialization.RecordReader} for received
 * records. {@link io.omninode.kafka.test.serialization.ApplicationFormats} finds the
 * serializers and deserializers of the application.
 * <p>
 * Called by exchanges, records and loads, on the thread of the sender, and by received
 * records, on the thread of the test that reads them.
 */
@NullMarked
package io.omninode.kafka.test.serialization;

import org.jspecify.annotations.NullMarked;
