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

import java.time.Duration;
import java.util.List;

import io.omninode.kafka.test.application.Obstacles.Obstacle;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.listener.ListenerOutcomes;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.waiting.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * {@link QuietPoint} that polls, because Kafka does not publish an event for a commit.
 *
 * @param look checks once
 * @param outcomes knows which listeners have failed
 * @param clients creates a reader to find out whether there is a record at all
 * @param obstacles knows what keeps groups from records
 */
record DefaultQuietPoint(QuietCheck look, ListenerOutcomes outcomes, TestClients clients,
		Obstacles obstacles) implements QuietPoint {

	/**
	 * The maximum number of groups whose obstacles are looked up.
	 */
	private static final int MAX_ASKED = 5;

	private static final Duration POLL = Duration.ofMillis(5);

	@Override
	public void await(Duration timeout) {
		try {
			this.clients.watch()
				.run("The application is not known to be quiet", Patience.ofWait(timeout), () -> look(timeout));
		}
		catch (NoAnswerException ex) {
			throw new AssertionError(ex.getMessage(), ex);
		}
	}

	private void look(Duration timeout) {
		try (LagReader visible = new LagReader(this.clients)) {
			Attempt attempt = new Attempt(this.look, visible);
			FailedListeners failed = new FailedListeners(this.outcomes, this.look.groups());
			boolean decided = Deadline.in(timeout)
				.isMet(POLL, () -> (attempt.isQuiet() && failed.isNone()) || failed.isFinal());
			if (!failed.failed().isEmpty()) {
				throw new AssertionError(failed.message());
			}
			if (!decided) {
				throw new AssertionError(message(attempt.unrest(), timeout));
			}
		}
	}

	private String message(PendingWork unrest, Duration timeout) {
		return unrest.isUnfounded() ? new UnfoundedQuiet(this.look.topics().get()).message(timeout)
				: new NotQuietReport(this.look.readers(), unrest, obstacles(unrest)).message(timeout);
	}

	private List<Obstacle> obstacles(PendingWork unrest) {
		return unrest.lags()
			.stream()
			.limit(MAX_ASKED)
			.flatMap((lag) -> this.obstacles.of(lag.group(), new Origins.Place(lag.partition(), lag.next())).stream())
			.toList();
	}

	/**
	 * The checks of one wait. A lag that stays the same over two checks may not be a
	 * record at all.
	 */
	private static final class Attempt {

		private final QuietCheck look;

		private final LagReader visible;

		private @Nullable PendingWork last;

		Attempt(QuietCheck look, LagReader visible) {
			this.look = look;
			this.visible = visible;
		}

		boolean isQuiet() {
			PendingWork now = this.look.now();
			boolean stays = this.last != null && this.last.lags().equals(now.lags());
			this.last = now;
			return (stays ? visible(now) : now).isNone();
		}

		private PendingWork visible(PendingWork unrest) {
			return unrest.withLags(unrest.lags().stream().filter(this.visible::isIn).toList());
		}

		PendingWork unrest() {
			PendingWork unrest = (this.last != null) ? this.last : this.look.now();
			return visible(unrest);
		}

	}

}
