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

package io.omninode.kafka.test.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Pacing} with requests that leave on schedule, whether replies arrive or not.
 */
final class OpenPacing extends Pacing {

	private final List<Stage> stages = new ArrayList<>();

	private final int maxInFlight;

	private final boolean warmsUp;

	private final long begin;

	private final long length;

	private int stage;

	private long stageStart;

	private long inStage;

	/**
	 * The progress of the schedule.
	 */
	private volatile long reached;

	OpenPacing(LoadClock clock, List<Stage> stages, Duration warmUp, int maxInFlight) {
		super(clock);
		this.maxInFlight = maxInFlight;
		this.warmsUp = !warmUp.isZero();
		if (this.warmsUp) {
			this.stages.add(Stage.constant(Math.max(1, stages.get(0).from()), warmUp));
		}
		this.stages.addAll(stages);
		this.stageStart = clock.nanoTime();
		this.begin = this.stageStart + warmUp.toNanos();
		this.length = stages.stream().mapToLong((each) -> each.length().toNanos()).sum();
		this.reached = this.stageStart;
		skipFinishedStages();
	}

	private void skipFinishedStages() {
		while (this.stage < this.stages.size() && this.inStage >= this.stages.get(this.stage).requests()) {
			this.stageStart += this.stages.get(this.stage).length().toNanos();
			this.stage++;
			this.inStage = 0;
		}
	}

	@Override
	boolean hasNext() {
		return this.stage < this.stages.size() && !isStopped();
	}

	@Override
	long awaitDue() {
		long due = due();
		waitUntil(due);
		if (mustWait() && !isStopped()) {
			countLimited();
			while (mustWait() && !isStopped()) {
				waitForFinish();
			}
		}
		return due;
	}

	private long due() {
		return this.stageStart
				+ ((this.stage < this.stages.size()) ? this.stages.get(this.stage).dueNanos(this.inStage) : 0);
	}

	@Override
	int step() {
		return this.warmsUp ? this.stage + WARM_UP : this.stage;
	}

	@Override
	void leave() {
		super.leave();
		this.inStage++;
		skipFinishedStages();
		this.reached = due();
	}

	@Override
	double progress() {
		return Math.max(0, (double) (this.reached - this.begin) / this.length);
	}

	@Override
	boolean mustWait() {
		return inFlight() >= this.maxInFlight;
	}

}
