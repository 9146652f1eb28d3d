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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A request event, read leniently: its fields stand in {@code payload} or beside it.
 */
public final class CodegenRequest {

	private final JsonNode event;

	CodegenRequest(JsonNode event) {
		this.event = event;
	}

	/**
	 * Return the source in question.
	 * @return the source, blank if it is missing
	 */
	public String code() {
		return text("code_content").or(() -> text("code")).orElse("");
	}

	/**
	 * Return the type of the node in question.
	 * @return the type, or {@code null} if it is missing or unknown
	 */
	public @Nullable NodeType nodeType() {
		return text("node_type").flatMap(NodeType::named).orElse(null);
	}

	/**
	 * Return how sure a finding has to be.
	 * @param preset what to return if the request does not say
	 * @return a number from 0 to 1
	 */
	public double minConfidence(double preset) {
		JsonNode field = field("min_confidence");
		return isConfidence(field) ? field.doubleValue() : preset;
	}

	/**
	 * Return the correlation id in the body.
	 * @return the id, unless it is missing or blank
	 */
	Optional<String> correlationId() {
		return text("correlation_id");
	}

	/**
	 * Return what is ignored because it cannot be understood.
	 * @return a sentence for each field
	 */
	List<String> warnings() {
		List<String> warnings = new ArrayList<>();
		if (text("node_type").isPresent() && nodeType() == null) {
			warnings.add("node_type is ignored: it is not one of <effect, compute, reducer, orchestrator>");
		}
		JsonNode confidence = field("min_confidence");
		if (!isAbsent(confidence) && !isConfidence(confidence)) {
			warnings.add("min_confidence is ignored: it is not a number from 0 to 1");
		}
		return warnings;
	}

	private Optional<String> text(String name) {
		JsonNode field = field(name);
		return (field.isString() || field.isNumber()) ? Optional.of(field.asString()).filter((text) -> !text.isBlank())
				: Optional.empty();
	}

	private JsonNode field(String name) {
		JsonNode inPayload = this.event.path("payload").path(name);
		return isAbsent(inPayload) ? this.event.path(name) : inPayload;
	}

	private static boolean isAbsent(JsonNode field) {
		return field.isMissingNode() || field.isNull();
	}

	private static boolean isConfidence(JsonNode field) {
		return field.isNumber() && field.doubleValue() >= 0 && field.doubleValue() <= 1;
	}

}
