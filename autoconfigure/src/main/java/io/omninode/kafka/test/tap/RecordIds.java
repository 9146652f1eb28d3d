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

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the correlation ids of records.
 *
 * @param correlation reads an id
 */
record RecordIds(CorrelationStrategy correlation) {

	private static final Logger logger = LoggerFactory.getLogger(RecordIds.class);

	/**
	 * A strategy of the user may throw an exception although it must not. A record that
	 * it cannot read has no id.
	 */
	@Nullable String read(ConsumerRecord<byte[], byte[]> record) {
		try {
			return this.correlation.read(record);
		}
		catch (RuntimeException | Error ex) {
			logger.debug("The correlation id of {}-{}@{} cannot be read", record.topic(), record.partition(),
					record.offset(), ex);
			return null;
		}
	}

}
