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

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.omninode.kafka.test.report.LoadCounts;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times while a load runs. Only the thread of the tap records replies, and
 * only the sending thread records sends; neither waits for the other.
 */
final class LoadMetrics {

	private static final long LOWEST_NANOS = 1000;

	private static final long HIGHEST_NANOS = 3_600_000_000_000L;

	private static final int DIGITS = 3;

	private static final int MAX_CAUSES = 20;

	private final SingleWriterRecorder response = recorder();

	private final SingleWriterRecorder service = recorder();

	private final SingleWriterRecorder sendDelay = recorder();

	private final LongAdder sent = new LongAdder();

	private final LongAdder acknowledged = new LongAdder();

	private final LongAdder replied = new LongAdder();

	private final LongAdder timedOut = new LongAdder();

	private final LongAdder late = new LongAdder();

	private final LongAdder duplicates = new LongAdder();

	private final LongAdder outOfOrder = new LongAdder();

	private final Map<String, LongAdder> failures = new ConcurrentHashMap<>();

	private final List<StepRecording> steps;

	private volatile @Nullable Long firstNanos;

	private volatile long lastNanos;

	/**
	 * Create an instance.
	 * @param steps the number of steps with figures of their own
	 */
	LoadMetrics(int steps) {
		this.steps = Stream.generate(StepRecording::new).limit(steps).toList();
	}

	static Histogram histogram() {
		return new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
	}

	static SingleWriterRecorder recorder() {
		return new SingleWriterRecorder(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
	}

	void sent(Request request) {
		if (this.firstNanos == null) {
			this.firstNanos = request.dueNanos();
		}
		this.sent.increment();
		this.lastNanos = request.sentNanos();
		record(this.sendDelay, request.sentNanos() - request.dueNanos());
		ofStep(request, StepRecording::sent);
	}

	void acknowledged() {
		this.acknowledged.increment();
	}

	void replied(Request request, long nanos, boolean inOrder) {
		this.replied.increment();
		this.lastNanos = nanos;
		record(this.response, nanos - request.dueNanos());
		record(this.service, nanos - request.sentNanos());
		ofStep(request, (step) -> step.replied(nanos - request.dueNanos()));
		if (!inOrder) {
			this.outOfOrder.increment();
		}
	}

	static void record(SingleWriterRecorder recorder, long nanos) {
		recorder.recordValue(Math.max(0, Math.min(nanos, HIGHEST_NANOS)));
	}

	void failed(Request request, String cause) {
		String key = (this.failures.size() < MAX_CAUSES || this.failures.containsKey(cause)) ? cause : "others";
		this.failures.computeIfAbsent(key, (name) -> new LongAdder()).increment();
		ofStep(request, StepRecording::failed);
	}

	void timedOut(Request request) {
		this.timedOut.increment();
		ofStep(request, StepRecording::timedOut);
	}

	private void ofStep(Request request, Consumer<StepRecording> action) {
		if (request.step() < this.steps.size()) {
			action.accept(this.steps.get(request.step()));
		}
	}

	void late() {
		this.late.increment();
	}

	void duplicate() {
		this.duplicates.increment();
	}

	SingleWriterRecorder response() {
		return this.response;
	}

	SingleWriterRecorder service() {
		return this.service;
	}

	SingleWriterRecorder sendDelay() {
		return this.sendDelay;
	}

	/**
	 * Return when the first measured request was due, if there was one.
	 */
	@Nullable Long firstNanos() {
		return this.firstNanos;
	}

	/**
	 * Return when the last request left or the last reply came.
	 */
	long lastNanos() {
		return this.lastNanos;
	}

	List<StepRecording> steps() {
		return this.steps;
	}

	LoadCounts counts() {
		Map<String, Long> causes = new TreeMap<>();
		this.failures.forEach((cause, count) -> causes.put(cause, count.sum()));
		long failed = causes.values().stream().mapToLong(Long::longValue).sum();
		long unfinished = this.sent.sum() - this.replied.sum() - this.timedOut.sum() - failed;
		return new LoadCounts(this.sent.sum(), this.acknowledged.sum(), this.replied.sum(), this.timedOut.sum(),
				this.late.sum(), this.duplicates.sum(), this.outOfOrder.sum(), Math.max(0, unfinished), causes);
	}

}
