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

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skips serializers and deserializers that cannot be used: one that is not configured for
 * the tests must not affect the others.
 */
final class Usable {

	private static final Logger logger = LoggerFactory.getLogger(Usable.class);

	private Usable() {
	}

	static <T> @Nullable T orNull(Supplier<@Nullable T> supplier) {
		try {
			return supplier.get();
		}
		catch (RuntimeException | LinkageError ex) {
			logger.info("A serializer or deserializer of the application cannot be used by the tests: {}",
					String.valueOf(ex.getMessage()));
			logger.debug("The reason", ex);
			return null;
		}
	}

}
