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

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailurePageTests {

	@Test
	void theSectionsStandInTheOrderOfTheCauses() {
		assertThat(FailurePage.list()).isNotEmpty().doesNotHaveDuplicates().isSorted();
	}

	@Test
	void whatIsAnotherInEachRunIsLeftOut() {
		assertThat(Placeholders
			.in("within 500ms, 10.004s ago, 3s172ms, 12ms; 127.0.0.1:4711, max.poll.interval.ms, <5f0c7f7e-6f5e-4b7a-9d0b-0123456789ab>, orders-0@9"))
			.isEqualTo("within 500ms, …s ago, …s, …s; 127.0.0.1:…, max.poll.interval.ms, <…>, orders-0@9");
	}

}
