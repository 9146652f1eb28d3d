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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.connectivity.ClusterText;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.connectivity.Reachability;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.report.LoadCounts;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.report.LoadReport.Evidence;
import io.omninode.kafka.test.report.LoadReport.Search;
import io.omninode.kafka.test.report.LoadReport.Summary;
import io.omninode.kafka.test.report.LoadReport.Times;
import io.omninode.kafka.test.report.LoadSecond;
import io.omninode.kafka.test.tap.CatchUp;
import io.omninode.kafka.test.tap.TapException;
import org.apache.kafka.clients.producer.Producer;

/**
 * A single load, carried out by the thread of the test, which watches the sending thread,
 * ends overdue requests, and takes a sample each second.
 */
final class LoadRun {

	private static final long TICK_MILLIS = 20;

	private static final Duration QUIET = Duration.ofMillis(250);

	private static final Duration MAX_GRACE = Duration.ofSeconds(2);

	private static final Duration MAX_SETTLE = Duration.ofSeconds(30);

	private static final Duration CATCH_UP = Duration.ofSeconds(10);

	private static final int MAX_LOST = 100;

	private final LoadPlan plan;

	private final Duration timeout;

	private final CountDownLatch idle = new CountDownLatch(1);

	private final LoadMetrics recording;

	private final Sampler sampler;

	private final Pacing pacing;

	private final LoadTracker tracker;

	private final Sender sender;

	private final Progress progress;

	private final GeneratorUsage watch;

	LoadRun(LoadPlan plan, LoadRequests requests, Producer<byte[], byte[]> producer, Duration timeout) {
		this.plan = plan;
		this.timeout = timeout;
		this.recording = new LoadMetrics(plan.shape().steps().size());
		this.sampler = new Sampler(this.recording);
		this.pacing = Pacing.of(plan, new LoadClock.OfSystem());
		this.tracker = new LoadTracker(this.recording, this.pacing, requests, this::checkIdle);
		this.sender = new Sender(plan.name(), this.pacing, requests, this.tracker, producer);
		this.progress = new Progress(plan.name(), System.nanoTime());
		this.watch = new GeneratorUsage(producer);
	}

	LoadReport execute(CatchUp catchUp) {
		boolean interrupted = false;
		Runnable subscription = catchUp.tap().subscribe(this.tracker::accept);
		try {
			this.sender.start();
			awaitEnd(catchUp.watch());
			this.sampler.finish(System.nanoTime(), this.pacing.inFlight());
			settle(catchUp);
		}
		catch (InterruptedException ex) {
			interrupted = true;
			this.sampler.finish(System.nanoTime(), this.pacing.inFlight());
		}
		finally {
			this.sender.end();
			subscription.run();
		}
		return report(interrupted);
	}

	private void awaitEnd(ClusterWatch cluster) throws InterruptedException {
		while (!this.sender.isFinished() || this.pacing.inFlight() > 0) {
			long now = System.nanoTime();
			this.tracker.expire(now, this.timeout.toNanos());
			if (this.sampler.tick(now, this.pacing.inFlight())) {
				showProgress(now);
			}
			throwFailure();
			if (this.tracker.isStalled(now, this.timeout.toNanos())) {
				requirePresent(cluster);
			}
			this.idle.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
		}
		throwFailure();
	}

	private void throwFailure() {
		Throwable failure = this.sender.failure();
		if (failure instanceof Error error) {
			throw error;
		}
		if (failure instanceof RuntimeException exception) {
			throw exception;
		}
	}

	private void showProgress(long now) {
		LoadSecond second = this.sampler.lastSecond();
		if (second != null) {
			LoadCounts counts = this.recording.counts();
			this.progress.update(now, new Progress.State(this.pacing.progress(), second, this.sampler.responseP99(),
					counts.failed() + counts.timedOut()));
		}
	}

	private void checkIdle() {
		if (this.sender.isFinished()) {
			this.idle.countDown();
		}
	}

	/**
	 * Wait until no more replies arrive, so that late and duplicate ones are counted.
	 */
	private void settle(CatchUp catchUp) throws InterruptedException {
		catchUp(catchUp);
		long now = System.nanoTime();
		long graceEnd = now + Math.min(this.timeout.toNanos(), MAX_GRACE.toNanos());
		long end = now + MAX_SETTLE.toNanos();
		while (now - end < 0
				&& this.tracker.stragglers().tryAcquire(quietNanos(graceEnd - now), TimeUnit.NANOSECONDS)) {
			this.tracker.stragglers().drainPermits();
			now = System.nanoTime();
		}
	}

	private long quietNanos(long grace) {
		boolean missing = this.recording.counts().lost() > 0;
		return missing ? Math.max(QUIET.toNanos(), grace) : QUIET.toNanos();
	}

	/**
	 * End the load if no broker answers any more. This is checked when nothing was sent,
	 * acknowledged or answered for as long as a reply may take.
	 */
	private void requirePresent(ClusterWatch cluster) {
		Reachability trouble = cluster.trouble();
		if (trouble != null) {
			this.sampler.finish(System.nanoTime(), this.pacing.inFlight());
			throw new AssertionError("Load <" + Excerpt.of(this.plan.name()) + "> was given up.\n\n"
					+ new ClusterText(trouble).around(report(false).table()));
		}
	}

	private void catchUp(CatchUp catchUp) throws InterruptedException {
		try {
			if (!catchUp.isDone(CATCH_UP)) {
				requirePresent(catchUp.watch());
			}
		}
		catch (TapException ex) {
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
			throw ex;
		}
	}

	private LoadReport report(boolean interrupted) {
		Times times = this.sampler.times();
		Long first = this.recording.firstNanos();
		long length = (first != null) ? this.recording.lastNanos() - first : 0;
		long ago = (first != null) ? System.nanoTime() - first : 0;
		Summary summary = new Summary(this.plan.name(), this.plan.toString(), Instant.now().minusNanos(ago),
				Duration.ofNanos(Math.max(0, length)), interrupted);
		Evidence evidence = new Evidence(this.sampler.seconds(), steps(), this.tracker.lost(MAX_LOST), List.of(),
				this.watch.result(times, this.pacing.limited()));
		return new LoadReport(summary, this.recording.counts(), times, evidence, Search.NONE);
	}

	private List<LoadReport.Step> steps() {
		List<Stage> stages = this.plan.shape().steps();
		List<LoadReport.Step> steps = new ArrayList<>();
		for (int step = 0; step < stages.size(); step++) {
			steps.add(this.recording.steps().get(step).result(stages.get(step)));
		}
		return steps;
	}

}
