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

import java.util.concurrent.atomic.LongAdder;

import io.omninode.kafka.test.report.Latency;
import io.omninode.kafka.test.report.LoadReport;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * Counts and times of the requests that were due in one step of a load. Only the thread
 * of the tap records replies.
 */
final class StepRecording {

	private final SingleWriterRecorder response = LoadMetrics.recorder();

	private final LongAdder sent = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder timedOut = new LongAdder();

	void sent() {
		this.sent.increment();
	}

	void replied(long responseNanos) {
		LoadMetrics.record(this.response, responseNanos);
	}

	void failed() {
		this.failed.increment();
	}

	void timedOut() {
		this.timedOut.increment();
	}

	/**
	 * Return what was recorded, once.
	 */
	LoadReport.Step result(Stage stage) {
		return new LoadReport.Step(stage.from(), stage.to(), stage.length(), this.sent.sum(), this.failed.sum(),
				this.timedOut.sum(), new Latency(this.response.getIntervalHistogram()));
	}

}
