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

package io.omninode.kafka.samples.codegen.event;

import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads requests from records. A record that holds none is logged and skipped, so that it
 * does not block its partition.
 */
final class RequestReader {

	private static final Log logger = LogFactory.getLog(RequestReader.class);

	private final JsonMapper mapper;

	RequestReader(JsonMapper mapper) {
		this.mapper = mapper;
	}

	Optional<CodegenRequest> read(ConsumerRecord<String, @Nullable String> record) {
		try {
			String value = record.value();
			JsonNode event = this.mapper.readTree((value != null) ? value : "");
			if (event.isObject()) {
				return Optional.of(new CodegenRequest(event));
			}
			skip(record, "it is no JSON object");
		}
		catch (JacksonException ex) {
			skip(record, "it is no JSON: " + ex.getOriginalMessage());
		}
		return Optional.empty();
	}

	private static void skip(ConsumerRecord<?, ?> record, String reason) {
		logger.warn(
				"Skipped request %s-%d@%d: %s".formatted(record.topic(), record.partition(), record.offset(), reason));
	}

}
