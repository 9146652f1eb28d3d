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

import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One of several records: what an assertion on all of them says shows their values.
 */
final class SeenRecord extends ReceivedRecord {

	SeenRecord(ConsumerRecord<byte[], byte[]> record, RecordReader reader, TopicNames names) {
		super(record, reader, names);
	}

	@Override
	public String toString() {
		return new RecordText(this).line();
	}

}
