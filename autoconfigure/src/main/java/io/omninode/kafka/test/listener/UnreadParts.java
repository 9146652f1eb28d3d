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

package io.omninode.kafka.test.listener;

import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogAccessor;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.kafka.support.serializer.SerializationUtils;

/**
 * What a consumer could not read of a record and an {@code ErrorHandlingDeserializer}, or
 * a message converter for batches, has replaced by {@code null}. Listeners of single
 * records are not called with it; those of batches are.
 */
final class UnreadParts {

	private static final LogAccessor logger = new LogAccessor(LogFactory.getLog(UnreadParts.class));

	private UnreadParts() {
	}

	/**
	 * Return why a part of a record could not be read, or {@code null} if there is none.
	 */
	static @Nullable DeserializationException reason(ConsumerRecord<?, ?> record) {
		DeserializationException value = reason(record, KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER);
		return (value != null || record.key() != null) ? value
				: reason(record, KafkaUtils.KEY_DESERIALIZER_EXCEPTION_HEADER);
	}

	/**
	 * A header that a producer has sent says nothing of this consumer.
	 */
	private static @Nullable DeserializationException reason(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header == null || header.getClass() == RecordHeader.class) ? null
				: SerializationUtils.byteArrayToDeserializationException(logger, header);
	}

}
