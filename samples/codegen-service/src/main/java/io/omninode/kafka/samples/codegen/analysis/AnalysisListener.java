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

package io.omninode.kafka.samples.codegen.analysis;

import io.omninode.kafka.samples.codegen.event.CodegenTopics;
import io.omninode.kafka.samples.codegen.event.Replies;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Answers requests for analysis.
 */
@Component
class AnalysisListener {

	private final SourceAnalyzer analyzer = new SourceAnalyzer();

	private final Replies replies;

	private final String replyTopic;

	AnalysisListener(Replies replies, CodegenTopics topics) {
		this.replies = replies;
		this.replyTopic = topics.analysis().response();
	}

	@KafkaListener(id = "analysis", idIsGroup = false, topics = "${codegen.topics.analysis.request}")
	void on(ConsumerRecord<String, @Nullable String> record) {
		this.replies.answer(record, this.replyTopic, "analyze", (source, request) -> this.analyzer.analyze(source));
	}

}
