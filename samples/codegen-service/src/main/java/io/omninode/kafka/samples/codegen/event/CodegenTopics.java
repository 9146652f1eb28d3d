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

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The topics of the service, {@code codegen.topics.*}.
 *
 * @param validation topics of validation
 * @param analysis topics of analysis
 * @param pattern topics of pattern matching
 * @param mixin topics of mixin suggestions
 */
@ConfigurationProperties("codegen.topics")
public record CodegenTopics(Exchange validation, Exchange analysis, Exchange pattern, Exchange mixin) {

	/**
	 * A request topic and its reply topic.
	 *
	 * @param request the topic that requests come from
	 * @param response the topic that replies go to
	 */
	public record Exchange(String request, String response) {

	}

}
