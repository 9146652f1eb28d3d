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

package io.omninode.kafka.test.tap;

import java.time.Duration;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The limits of the records that a tap keeps. The oldest records are dropped first.
 *
 * @param maxRecords maximum number of records
 * @param maxBytes maximum size of their keys, values and headers, in bytes, plus a fixed
 * amount for each record; the last record is kept whatever its size
 * @param maxAge maximum time since a record arrived
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record TapBounds(int maxRecords, long maxBytes, Duration maxAge) {

	public TapBounds {
		if (maxRecords < 1 || maxBytes < 1 || maxAge.isNegative() || maxAge.isZero()) {
			throw new IllegalArgumentException("The bounds of a tap have to be positive, not <" + maxRecords
					+ "> records, <" + maxBytes + "> bytes, <" + maxAge + ">");
		}
	}

}
