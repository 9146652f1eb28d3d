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

package io.omninode.kafka.test.application;

import io.omninode.kafka.test.correlation.Excerpt;
import org.apache.kafka.common.TopicPartition;

/**
 * The part of a partition that a group has not committed yet.
 *
 * @param group the id of the group
 * @param partition the partition
 * @param committed the next offset of the group, -1 if it has committed none
 * @param end the offset of the next record of the partition
 */
record Lag(String group, TopicPartition partition, long committed, long end) {

	boolean isNone() {
		return next() >= this.end;
	}

	long next() {
		return Math.max(0, this.committed);
	}

	@Override
	public String toString() {
		return "group <" + Excerpt.of(this.group) + "> on " + this.partition + ": "
				+ ((this.committed < 0) ? "committed nothing" : "committed " + this.committed) + ", end " + this.end
				+ ", lag " + (this.end - next());
	}

}
