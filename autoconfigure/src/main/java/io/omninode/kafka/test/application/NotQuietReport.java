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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.omninode.kafka.test.application.Obstacles.Obstacle;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.ListenerContainer;
import io.omninode.kafka.test.waiting.FailureText;

import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/**
 * The failure text of a wait for the quiet point.
 *
 * @param readers the listeners and the instances of Kafka Streams of the context
 * @param unrest the pending work at the end of the wait
 * @param obstacles what keeps groups from records that they have not consumed
 */
record NotQuietReport(Readers readers, PendingWork unrest, List<Obstacle> obstacles) {

	private static final int MAX_LINES = 10;

	private static final String REMEDY_OF_STREAMS = "wait longer if a processor is slow; if Kafka Streams commits "
			+ "rarely, set spring.kafka.streams.properties.commit.interval.ms=100 in the tests";

	String message(Duration timeout) {
		return new FailureText("The application is not quiet after " + text(timeout) + ".", causes(), evidence(),
				List.of(remedy()))
			.toString();
	}

	private List<String> evidence() {
		List<String> lines = capped(Stream
			.of(this.unrest.lags().stream().map(this::describe), this.unrest.groups().stream(),
					this.unrest.producers().stream())
			.flatMap((each) -> each)
			.toList());
		capped(this.unrest.absent().stream().map(this::describe).toList())
			.forEach((line) -> lines.add("not waited for, no listener of the group runs: " + line));
		return lines;
	}

	private List<String> causes() {
		return this.obstacles.isEmpty() ? List.of(cause())
				: capped(this.obstacles.stream().map(Obstacle::text).toList());
	}

	static String text(Duration timeout) {
		return DurationFormatterUtils.print(timeout.truncatedTo(ChronoUnit.MILLIS), DurationFormat.Style.COMPOSITE);
	}

	private String cause() {
		if (isPaused()) {
			return "a listener that has records to consume is paused";
		}
		if (!this.unrest.lags().isEmpty()) {
			return "records are not consumed, or not committed";
		}
		return this.unrest.groups().isEmpty() ? "records are not acknowledged by a broker"
				: "a group is not ready to consume";
	}

	private String remedy() {
		if (!this.obstacles.isEmpty()) {
			return this.obstacles.get(0).remedy();
		}
		if (isPaused()) {
			return "resume the listener, or stop it: a stopped one is not waited for";
		}
		if (this.unrest.lags().isEmpty()) {
			return "wait longer, or see the log of the application";
		}
		return this.unrest.lags().stream().allMatch((lag) -> !streamsOf(lag).isEmpty()) ? REMEDY_OF_STREAMS
				: "wait longer if a listener is slow; if one fails again and again, or acknowledges by hand and "
						+ "does not, correct it";
	}

	private boolean isPaused() {
		return this.unrest.lags()
			.stream()
			.anyMatch((lag) -> listenersOf(lag).stream().anyMatch(ListenerContainer::isPaused));
	}

	private List<ListenerContainer> listenersOf(Lag lag) {
		return this.readers.listeners()
			.stream()
			.filter((listener) -> Objects.equals(listener.group(), lag.group()))
			.filter((listener) -> listener.subscription().topics().isEmpty()
					|| listener.subscription().topics().contains(lag.partition().topic()))
			.toList();
	}

	private String describe(Lag lag) {
		List<ListenerContainer> listeners = listenersOf(lag);
		return lag
				+ (listeners.isEmpty() ? ""
						: listeners.stream()
							.map((listener) -> "listener <" + Excerpt.of(listener.id()) + "> is " + listener.state())
							.collect(Collectors.joining(", ", ", ", "")))
				+ streamsOf(lag).stream()
					.map((application) -> ", " + application + " is " + application.state() + " and commits every "
							+ application.commitInterval() + "ms")
					.collect(Collectors.joining());
	}

	private List<StreamsApplication> streamsOf(Lag lag) {
		return this.readers.streams()
			.stream()
			.filter((application) -> application.isGrouped() && application.id().equals(lag.group()))
			.toList();
	}

	private static List<String> capped(List<String> lines) {
		List<String> capped = new ArrayList<>(lines.stream().limit(MAX_LINES).toList());
		if (lines.size() > MAX_LINES) {
			capped.add("… and " + (lines.size() - MAX_LINES) + " more");
		}
		return capped;
	}

}
