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

package io.omninode.kafka.test.record;

import java.util.ArrayList;
import java.util.List;

import io.omninode.kafka.test.tap.OpenTransactions;

/**
 * What there is to say of topics, besides their records.
 *
 * @param open the transactions that are open on them
 * @param strange that some of them were not there before the test asked for them
 */
record TopicNotes(OpenTransactions open, List<String> strange) {

	List<String> lines(boolean isEmpty) {
		List<String> lines = new ArrayList<>(this.open.lines());
		if (isEmpty) {
			lines.addAll(this.strange);
		}
		return lines;
	}

}
