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

package io.omninode.kafka.test.benchmarks.exchanges;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/**
 * A service that answers nothing. One listener counts what it gets, as fast as it can; it
 * fails at some records where it is told to.
 */
@EnableAutoConfiguration
class SilentService {

	static final String REQUESTS = "silent.requests";

	static final String REPLIES = "silent.replies";

	static final String COUNTED = "counted";

	private volatile CountDownLatch left = new CountDownLatch(0);

	private volatile int failEvery = Integer.MAX_VALUE;

	private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

	private long first;

	private volatile long taken;

	private long count;

	@KafkaListener(topics = REQUESTS, groupId = "silent")
	void on(ConsumerRecord<byte[], byte[]> request) {
	}

	@KafkaListener(id = COUNTED, topics = "${counted}", groupId = "${counted}", autoStartup = "false")
	void count(ConsumerRecord<byte[], byte[]> record) {
		if (this.first == 0) {
			this.first = this.threads.getCurrentThreadCpuTime();
		}
		if (this.left.getCount() == 1) {
			this.taken = this.threads.getCurrentThreadCpuTime() - this.first;
			this.first = 0;
		}
		this.left.countDown();
		if (++this.count % this.failEvery == 0) {
			throw new IllegalStateException("Failed at " + record.offset());
		}
	}

	/**
	 * Begin to count.
	 */
	CountDownLatch expect(int records, int failEvery) {
		this.failEvery = failEvery;
		this.left = new CountDownLatch(records);
		return this.left;
	}

	/**
	 * Return the processor time from the first record to the last, in nanoseconds: others
	 * may use the machine too.
	 */
	long taken() {
		return this.taken;
	}

	@Bean
	static CommonErrorHandler dropping() {
		DefaultErrorHandler handler = new DefaultErrorHandler((record, ex) -> {
		}, new FixedBackOff(0, 0));
		handler.setSeekAfterError(false);
		return handler;
	}

}
