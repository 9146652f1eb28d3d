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

package io.omninode.kafka.test.load;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A target with the topics of its exchange.
 *
 * @param target what is sent
 * @param requestTopic where it goes
 * @param replyTopic where the replies come
 * @param errorTopic where the replies come that say that a request failed, if there is
 * such a topic
 */
record Route(Target target, String requestTopic, String replyTopic, @Nullable String errorTopic) {

	Stream<String> replyTopics() {
		return (this.errorTopic != null) ? Stream.of(this.replyTopic, this.errorTopic) : Stream.of(this.replyTopic);
	}

}
