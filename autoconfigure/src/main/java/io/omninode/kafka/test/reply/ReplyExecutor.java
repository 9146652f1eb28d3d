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

package io.omninode.kafka.test.reply;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which futures are completed. They are there while there is something to
 * do.
 */
final class ReplyExecutor extends ThreadPoolExecutor {

	private static final int THREADS = 4;

	ReplyExecutor() {
		super(THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), ReplyExecutor::newThread,
				new DiscardPolicy());
		allowCoreThreadTimeOut(true);
	}

	private static Thread newThread(Runnable task) {
		Thread thread = new Thread(task, "kafka-test-replies");
		thread.setDaemon(true);
		return thread;
	}

}
