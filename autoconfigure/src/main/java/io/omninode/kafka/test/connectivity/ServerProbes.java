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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.connectivity.Reachability.Outcome;
import io.omninode.kafka.test.waiting.Deadline;
import io.omninode.kafka.test.waiting.Durations;

/**
 * Asks all servers of a cluster in parallel. This takes no longer than one server may
 * take, even if something else, such as the name service, is slow.
 *
 * @param servers the servers, each {@code host:port}
 * @param probe asks one
 */
record ServerProbes(List<String> servers, ApiVersionsProbe probe) {

	private static final Duration GRACE = Duration.ofMillis(100);

	/**
	 * Return the outcome for the first server that answers. If none does, return the
	 * failure of all of them if they fail in the same way, otherwise the first failure.
	 */
	Reachability ask() throws InterruptedException {
		BlockingQueue<Reachability> answers = new LinkedBlockingQueue<>();
		this.servers.forEach((server) -> ask(server, answers));
		Deadline deadline = Deadline.in(this.probe.timeout().plus(GRACE));
		List<Reachability> failures = new ArrayList<>();
		while (failures.size() < this.servers.size()) {
			Reachability next = answers.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
			if (next == null) {
				return failures.isEmpty() ? silent() : failures.get(0);
			}
			if (next.isAvailable()) {
				return next;
			}
			failures.add(next);
		}
		return join(failures);
	}

	private void ask(String server, BlockingQueue<Reachability> answers) {
		Thread thread = new Thread(() -> answers.add(this.probe.ask(server)), "kafka-test-probe");
		thread.setDaemon(true);
		thread.start();
	}

	private Reachability silent() {
		return new Reachability(String.join(",", this.servers), Outcome.UNREACHABLE,
				"no answer within " + Durations.text(this.probe.timeout()));
	}

	private Reachability join(List<Reachability> failures) {
		Reachability first = failures.get(0);
		boolean same = failures.stream().map(Reachability::outcome).distinct().count() == 1;
		return same ? new Reachability(String.join(",", this.servers), first.outcome(), first.detail()) : first;
	}

}
