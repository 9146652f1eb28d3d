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

package io.omninode.kafka.test.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.waiting.Durations;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Whether groups have consumed a record, looked at again and again.
 * <p>
 * Not safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Consumption {

	/**
	 * For how long a listener has to stand before a record until its deserializer is
	 * asked.
	 */
	private static final Duration STANDSTILL = Duration.ofSeconds(1);

	private final Wanted wanted;

	private final Sources sources;

	private final Unreadable unreadable;

	private final Aborted aborted;

	private volatile ConsumptionLook last;

	private volatile boolean stopped;

	private Consumption(Wanted wanted, Sources sources, Duration standstill) {
		this.wanted = wanted;
		this.sources = sources;
		this.unreadable = new Unreadable(sources, standstill);
		this.aborted = new Aborted(sources, standstill);
		this.last = new ConsumptionLook(wanted, Map.of(), List.of(), Map.of(), Map.of());
	}

	/**
	 * Create an instance.
	 * @param place where the record is
	 * @param group the id of the group that is to consume it, {@code null} for all that
	 * read its partition
	 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
	 * @param sources what can be asked
	 * @return the consumption, not looked at yet
	 */
	public static Consumption of(Origins.Place place, @Nullable String group, long sentNanos, Sources sources) {
		return new Consumption(new Wanted(place, group, sentNanos), sources, STANDSTILL);
	}

	/**
	 * Return what can be seen of a record at this moment.
	 */
	static Consumption now(Origins.Place place, long sentNanos, Sources sources) {
		Consumption consumption = new Consumption(new Wanted(place, null, sentNanos), sources, Duration.ZERO);
		consumption.isDecided();
		return consumption;
	}

	/**
	 * Return what can be seen at this moment of a record that a group would consume next.
	 */
	static Consumption now(Origins.Place place, String group, Sources sources) {
		Consumption consumption = new Consumption(new Wanted(place, group, System.nanoTime()), sources, Duration.ZERO);
		consumption.isDecided();
		return consumption;
	}

	/**
	 * Look once more.
	 * @return whether there is nothing left to wait for
	 */
	public boolean isDecided() {
		ConsumptionLook look = this.unreadable
			.lookAt(this.aborted.lookAt(this.wanted.look(this.sources.application())));
		this.last = look;
		this.stopped = look.isStopped() && !isServed(look);
		return look.isConsumed() || isFinal();
	}

	/**
	 * Return whether the record is not going to be consumed.
	 */
	boolean isFinal() {
		return this.last.isLost() || this.stopped;
	}

	/**
	 * Return whether every group has consumed the record, as far as could be seen.
	 * @return whether each has, at the last look
	 */
	public boolean isConsumed() {
		return this.last.isConsumed();
	}

	/**
	 * A member of another process may read what a listener of this context does not.
	 */
	private boolean isServed(ConsumptionLook look) {
		Map<String, Long> readers = this.sources.application().groups().readersOf(this.wanted.place().partition());
		return look.silent().stream().anyMatch((listener) -> readers.containsKey(listener.group()));
	}

	ConsumptionLook last() {
		return this.last;
	}

	/**
	 * Return why the record was not consumed.
	 * @param timeout how long that was waited for
	 * @return the diagnosis
	 */
	public Diagnosis diagnosis(Duration timeout) {
		return diagnosis(ConsumptionFindings.of(this.last, this.sources), timeout)
			.masked(this.sources.reader().masking());
	}

	private Diagnosis diagnosis(ConsumptionFindings findings, Duration timeout) {
		if (this.stopped) {
			return findings.stopped();
		}
		return this.last.isLost() ? findings.lost() : findings.late(failure(timeout));
	}

	/**
	 * Return what it means when the record was not consumed.
	 * @param timeout how long that was waited for
	 * @return the beginning of a sentence
	 */
	public String failure(Duration timeout) {
		return "Record " + this.wanted.place() + " was not consumed" + this.wanted.by() + " within "
				+ Durations.text(timeout);
	}

}
