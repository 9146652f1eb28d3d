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

package io.omninode.kafka.test.connectivity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.omninode.kafka.test.connectivity.Reachability.Outcome;
import io.omninode.kafka.test.waiting.Durations;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Ends waits for a cluster that is gone, and says why. Kafka's own clients keep trying
 * for half a minute or longer, some forever, and then report missing metadata or node
 * assignments.
 * <p>
 * When a call takes longer than its {@link Patience}, the brokers are asked. If none
 * answers, the thread of the call is interrupted, and the call fails with a
 * {@link NoAnswerException}. As long as one answers, the call goes on.
 * <p>
 * Safe for use by several threads. Its own thread ends when nothing is watched.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class ClusterWatch {

	private static final Duration PROBE_TIMEOUT = Duration.ofMillis(1_500);

	private static final Duration FRESH = Duration.ofMillis(500);

	private final ServerProbes probes;

	private final ScheduledThreadPoolExecutor timer;

	private @Nullable Reachability last;

	private long lastNanos;

	private ClusterWatch(ServerProbes probes) {
		this.probes = probes;
		this.timer = new ScheduledThreadPoolExecutor(1, ClusterWatch::newThread);
		this.timer.setRemoveOnCancelPolicy(true);
		this.timer.setKeepAliveTime(1, TimeUnit.SECONDS);
		this.timer.allowCoreThreadTimeOut(true);
	}

	private static Thread newThread(Runnable task) {
		Thread thread = new Thread(task, "kafka-test-watch");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Return a watch over a cluster.
	 * @param servers the bootstrap servers, each {@code host:port}
	 * @param tls whether they speak TLS
	 * @return the watch
	 */
	public static ClusterWatch of(List<String> servers, boolean tls) {
		return new ClusterWatch(new ServerProbes(List.copyOf(servers), new ApiVersionsProbe(tls, PROBE_TIMEOUT)));
	}

	/**
	 * Return a watch that assumes that the cluster is there.
	 * @return the watch
	 */
	public static ClusterWatch none() {
		return of(List.of(), false);
	}

	/**
	 * Ask the brokers whether they answer, unless they have just been asked. This takes
	 * at most one and a half seconds.
	 * @return why none of them answers, or {@code null} if one does
	 */
	public synchronized @Nullable Reachability trouble() {
		Reachability known = this.last;
		if (known == null || System.nanoTime() - this.lastNanos > FRESH.toNanos()) {
			known = ask();
			this.last = known;
			this.lastNanos = System.nanoTime();
		}
		return known.isAvailable() ? null : known;
	}

	private Reachability ask() {
		try {
			return this.probes.servers().isEmpty() ? unknown() : this.probes.ask();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return unknown();
		}
	}

	private Reachability unknown() {
		return new Reachability(String.join(",", this.probes.servers()), Outcome.AVAILABLE, "");
	}

	/**
	 * Run an action that waits for the cluster.
	 * @param failure the beginning of the message if it fails
	 * @param patience how long it may last
	 * @param action the action, run on the calling thread
	 * @throws NoAnswerException if the cluster does not answer
	 */
	public void run(String failure, Patience patience, Runnable action) {
		call(failure, patience, () -> {
			action.run();
			return failure;
		});
	}

	/**
	 * Ask the cluster a question.
	 * @param <T> the type of the answer
	 * @param failure the beginning of the message if there is no answer
	 * @param patience how long it may last
	 * @param question asks the cluster, on the calling thread
	 * @return the answer
	 * @throws NoAnswerException if the cluster does not answer
	 */
	public <T> T call(String failure, Patience patience, Supplier<T> question) {
		WatchedCall call = new WatchedCall(this, this.timer, patience);
		call.begin();
		try {
			T answer = question.get();
			call.finish();
			return answer;
		}
		catch (RuntimeException ex) {
			throw failed(failure, patience, call, ex);
		}
		catch (Error ex) {
			call.finish();
			throw ex;
		}
	}

	private RuntimeException failed(String failure, Patience patience, WatchedCall call, RuntimeException ex) {
		boolean ended = call.finish();
		if (ex instanceof NoAnswerException || ex instanceof IllegalArgumentException) {
			return ex;
		}
		if (ended) {
			Reachability trouble = call.trouble();
			return (trouble != null) ? gone(failure, trouble, ex) : slow(failure, patience, ex);
		}
		Reachability trouble = Thread.currentThread().isInterrupted() ? null : trouble();
		return (trouble != null) ? gone(failure, trouble, ex) : ex;
	}

	private static NoAnswerException gone(String failure, Reachability trouble, RuntimeException cause) {
		return new NoAnswerException(failure + ".\n\n" + new ClusterText(trouble).around(""), trouble, cause);
	}

	private static NoAnswerException slow(String failure, Patience patience, RuntimeException cause) {
		return new NoAnswerException(
				failure + ": a broker is there, but it did not answer within " + Durations.text(patience.atMost()),
				null, cause);
	}

}
