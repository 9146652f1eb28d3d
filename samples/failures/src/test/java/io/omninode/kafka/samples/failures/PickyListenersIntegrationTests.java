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

package io.omninode.kafka.samples.failures;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@KafkaTest
class PickyListenersIntegrationTests {

	@Autowired
	ReplyAwaiter replies;

	@Test
	void aFilterLeavesOutTheRequest() {
		Failure.of(this.replies.between("filtered-orders", "filtered-replies").send(Failure.order("filtered"))::await)
			.tells(Cause.FILTERED, "A filter leaves out the request");
	}

	@Test
	void anInterceptorLeavesOutTheRequest() {
		Failure.of(this.replies.between("skipped-orders", "skipped-replies").send(Failure.order("skipped"))::await)
			.tells(Cause.SKIPPED_BY_INTERCEPTOR, "An interceptor leaves out the request");
	}

}
