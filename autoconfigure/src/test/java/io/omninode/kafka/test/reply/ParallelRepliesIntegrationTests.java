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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.junit.KafkaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many threads on one context: each gets its replies, all of them, and no others.
 */
@SpringBootTest(classes = ScriptedApplication.class)
@KafkaTest
class ParallelRepliesIntegrationTests {

	private static final int THREADS = 8;

	private static final int REQUESTS = 1_000;

	private static final int IN_FLIGHT = 50;

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	@Autowired
	private ReplyAwaiter replies;

	@Test
	void eachThreadGetsItsOwnReplies() throws Exception {
		assertThat(inParallel((thread) -> () -> exchange(thread))).hasSize(THREADS).containsOnly(REQUESTS);
	}

	private int exchange(int thread) {
		Exchange exchange = this.replies.between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES);
		int answered = 0;
		for (int first = 0; first < REQUESTS; first += IN_FLIGHT) {
			List<PendingReply> sent = new ArrayList<>();
			for (int i = first; i < first + IN_FLIGHT; i++) {
				sent.add(exchange.send(Map.of("thread", thread, "number", i)));
			}
			for (int i = 0; i < IN_FLIGHT; i++) {
				assertIsReply(sent.get(i), thread, first + i);
				answered++;
			}
		}
		return answered;
	}

	private static void assertIsReply(PendingReply pending, int thread, int number) {
		Reply reply = pending.await();
		assertThat(reply.correlationId()).isEqualTo(pending.correlationId());
		assertThat(reply.json().get("thread").asInt()).isEqualTo(thread);
		assertThat(reply.json().get("number").asInt()).isEqualTo(number);
		assertThat(pending.replies()).hasSize(1);
	}

	@Test
	void futuresOfAllThreadsAreCompleted() throws Exception {
		assertThat(inParallel((thread) -> () -> futures(thread))).hasSize(THREADS).containsOnly(IN_FLIGHT);
	}

	private int futures(int thread) throws Exception {
		Exchange exchange = this.replies.between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES);
		List<Future<Reply>> futures = IntStream.range(0, IN_FLIGHT)
			.<Future<Reply>>mapToObj((number) -> exchange.send(Map.of("thread", thread, "number", number)).toFuture())
			.toList();
		int number = 0;
		for (Future<Reply> future : futures) {
			assertThat(future.get(1, TimeUnit.MINUTES).json().get("number").asInt()).isEqualTo(number++);
		}
		return number;
	}

	@AfterEach
	void endThreads() {
		this.threads.shutdownNow();
	}

	private List<Integer> inParallel(IntFunction<Callable<Integer>> work) throws Exception {
		List<Integer> results = new ArrayList<>();
		for (Future<Integer> result : this.threads.invokeAll(IntStream.range(0, THREADS).mapToObj(work).toList())) {
			results.add(result.get());
		}
		return results;
	}

}
