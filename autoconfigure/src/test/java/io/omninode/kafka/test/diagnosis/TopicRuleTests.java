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

package io.omninode.kafka.test.diagnosis;

import java.util.List;

import io.omninode.kafka.test.listener.Origins;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TopicRuleTests {

	@Test
	void aTopicThatIsNotThereIsDeleted() {
		assertThat(judge(-1)).extracting(Finding::cause).containsExactly(Cause.TOPIC_DELETED);
	}

	@Test
	void aTopicThatEndsBeforeTheRequestIsAnotherOne() {
		assertThat(judge(9)).singleElement()
			.satisfies((finding) -> assertThat(finding.cause()).isEqualTo(Cause.TOPIC_RECREATED))
			.satisfies((finding) -> assertThat(finding.evidence())
				.containsExactly("orders-0 ends at 9, before the request at @9"));
	}

	@Test
	void aTopicThatHasTheRequestIsNoCause() {
		assertThat(judge(10)).isEmpty();
	}

	private static List<Finding> judge(long end) {
		return TopicRule.judge(new Origins.Place(new TopicPartition("orders", 0), 9), end);
	}

}
