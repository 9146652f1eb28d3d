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

import java.io.Closeable;
import java.util.stream.Stream;

import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.ProducerFactory;

/**
 * How the producers of a factory write.
 *
 * @param keys writes keys, {@code null} if the factory does not say how
 * @param values writes values, {@code null} if the factory does not say how
 */
record Writing(@Nullable Encoder keys, @Nullable Encoder values) implements Closeable {

	static Writing of(ProducerFactory<?, ?> factory) {
		return new Writing(Usable.orNull(() -> Encoder.ofKeys(factory)),
				Usable.orNull(() -> Encoder.ofValues(factory)));
	}

	@Override
	public void close() {
		Stream.of(this.keys, this.values).forEach((encoder) -> Utils.closeQuietly(encoder, "encoder"));
	}

}
