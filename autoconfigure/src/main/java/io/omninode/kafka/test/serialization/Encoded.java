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

package io.omninode.kafka.test.serialization;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A serialized key or value.
 *
 * @param bytes the bytes, {@code null} for none
 * @param headers the headers of the record, including those that the serializer has added
 * @param json whether it was written by one of Spring Kafka's serializers for JSON, or by
 * none of the application's
 */
record Encoded(byte @Nullable [] bytes, Headers headers, boolean json) {

}
