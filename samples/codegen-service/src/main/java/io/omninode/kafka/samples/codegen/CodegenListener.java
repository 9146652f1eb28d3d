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

package io.omninode.kafka.samples.codegen;

import io.omninode.kafka.samples.codegen.event.CodegenRequest;
import io.omninode.kafka.samples.codegen.event.CodegenTopics;
import io.omninode.kafka.samples.codegen.event.Replies;
import io.omninode.kafka.samples.codegen.node.MixinSuggester;
import io.omninode.kafka.samples.codegen.node.PatternMatcher;
import io.omninode.kafka.samples.codegen.node.PythonSource;
import io.omninode.kafka.samples.codegen.node.SourceAnalyzer;
import io.omninode.kafka.samples.codegen.node.SourceValidator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Answers the requests of the four exchanges.
 */
@Component
class CodegenListener {

	private final SourceValidator validator = new SourceValidator();

	private final SourceAnalyzer analyzer = new SourceAnalyzer();

	private final PatternMatcher matcher = new PatternMatcher();

	private final MixinSuggester suggester = new MixinSuggester();

	private final Replies replies;

	private final CodegenTopics topics;

	CodegenListener(Replies replies, CodegenTopics topics) {
		this.replies = replies;
		this.topics = topics;
	}

	@KafkaListener(id = "validation", idIsGroup = false, topics = "${codegen.topics.validation.request}")
	void validate(ConsumerRecord<String, @Nullable String> record) {
		this.replies.answer(record, this.topics.validation(), "validate",
				(request) -> this.validator.validate(source(request)));
	}

	@KafkaListener(id = "analysis", idIsGroup = false, topics = "${codegen.topics.analysis.request}")
	void analyze(ConsumerRecord<String, @Nullable String> record) {
		this.replies.answer(record, this.topics.analysis(), "analyze",
				(request) -> this.analyzer.analyze(source(request)));
	}

	@KafkaListener(id = "pattern", idIsGroup = false, topics = "${codegen.topics.pattern.request}")
	void match(ConsumerRecord<String, @Nullable String> record) {
		this.replies.answer(record, this.topics.pattern(), "pattern",
				(request) -> this.matcher.match(source(request), request.minConfidence(0.5)));
	}

	@KafkaListener(id = "mixin", idIsGroup = false, topics = "${codegen.topics.mixin.request}")
	void suggest(ConsumerRecord<String, @Nullable String> record) {
		this.replies.answer(record, this.topics.mixin(), "mixin",
				(request) -> this.suggester.suggest(source(request), request.minConfidence(0.4)));
	}

	private static PythonSource source(CodegenRequest request) {
		return PythonSource.of(request.code(), request.nodeType());
	}

}
