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

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;

import io.omninode.kafka.test.report.LostRequest;
import io.omninode.kafka.test.tap.TappedRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Follows each request from its sending to its end. It is called by three threads: the
 * sending thread, that of the producer and that of the tap. None of them waits here.
 */
final class LoadTracker {

	private static final String ERROR_REPLY = "error reply";

	private static final int MAX_LOST = 1000;

	private final Ledger ledger = new Ledger();

	private final KeyOrder order = new KeyOrder();

	private final ConcurrentSkipListMap<Integer, LostRequest> lost = new ConcurrentSkipListMap<>();

	private final Semaphore stragglers = new Semaphore(0);

	private final LoadMetrics recording;

	private final Pacing pacing;

	private final LoadRequests requests;

	private final Runnable onIdle;

	private int kept;

	private volatile long movedNanos = System.nanoTime();

	private volatile int measuredFrom = Integer.MAX_VALUE;

	LoadTracker(LoadMetrics recording, Pacing pacing, LoadRequests requests, Runnable onIdle) {
		this.recording = recording;
		this.pacing = pacing;
		this.requests = requests;
		this.onIdle = onIdle;
	}

	void leave(Request request) {
		if (request.isMeasured() && this.measuredFrom == Integer.MAX_VALUE) {
			this.measuredFrom = request.number();
		}
		this.movedNanos = request.sentNanos();
		this.order.add(request);
		this.ledger.add(request);
		this.pacing.leave();
		if (request.isMeasured()) {
			this.recording.sent(request);
		}
	}

	void acknowledge(Request request, @Nullable RecordMetadata metadata, @Nullable Exception failure, long nanos) {
		if (failure != null || metadata == null) {
			fail(request, (failure != null) ? failure.getClass().getSimpleName() : "unknown", nanos);
			return;
		}
		this.movedNanos = nanos;
		request.acknowledge(metadata, nanos);
		if (request.isMeasured()) {
			this.recording.acknowledged();
		}
	}

	private void fail(Request request, String cause, long nanos) {
		if (this.ledger.change(request.number(), RequestState.OPEN, RequestState.FAILED)) {
			this.order.gaveUp(request);
			if (request.isMeasured()) {
				this.recording.failed(request, cause);
			}
			finish(nanos);
		}
	}

	void accept(TappedRecord tapped) {
		int number = this.requests.repliedTo(tapped);
		if (number == RequestIds.NONE) {
			return;
		}
		this.movedNanos = tapped.arrivedNanos();
		Request request = this.ledger.open(number);
		if (request == null) {
			straggler(number);
		}
		else if (tapped.record().topic().equals(request.route().topics().reply())) {
			reply(request, tapped.arrivedNanos());
		}
		else if (tapped.record().topic().equals(request.route().topics().error())) {
			fail(request, ERROR_REPLY, tapped.arrivedNanos());
		}
	}

	private void reply(Request request, long nanos) {
		if (!this.ledger.change(request.number(), RequestState.OPEN, RequestState.REPLIED)) {
			straggler(request.number());
			return;
		}
		boolean inOrder = !this.order.replied(request);
		if (request.isMeasured()) {
			this.recording.replied(request, nanos, inOrder);
		}
		finish(nanos);
	}

	/**
	 * A reply to a request that is finished.
	 */
	private void straggler(int number) {
		if (number < this.measuredFrom) {
			return;
		}
		if (this.ledger.change(number, RequestState.TIMED_OUT, RequestState.LATE)) {
			this.recording.late();
			this.lost.remove(number);
		}
		else if (isReplied(this.ledger.state(number))) {
			this.recording.duplicate();
		}
		this.stragglers.release();
	}

	private static boolean isReplied(RequestState state) {
		return state == RequestState.REPLIED || state == RequestState.LATE;
	}

	/**
	 * End the requests whose reply did not arrive in time. For use by one thread.
	 */
	void expire(long now, long timeoutNanos) {
		this.ledger.overdue(now, timeoutNanos, (request) -> timeOut(request, now));
	}

	/**
	 * Return whether nothing was sent, acknowledged or answered for a time.
	 */
	boolean isStalled(long now, long nanos) {
		return now - this.movedNanos > nanos;
	}

	private void timeOut(Request request, long now) {
		if (request.isMeasured() && this.kept < MAX_LOST) {
			this.kept++;
			this.lost.put(request.number(), this.requests.lost(request));
		}
		if (!this.ledger.change(request.number(), RequestState.OPEN, RequestState.TIMED_OUT)) {
			this.lost.remove(request.number());
			return;
		}
		this.order.gaveUp(request);
		if (request.isMeasured()) {
			this.recording.timedOut(request);
		}
		finish(now);
	}

	private void finish(long nanos) {
		if (this.pacing.finish(nanos) == 0) {
			this.onIdle.run();
		}
	}

	/**
	 * Return a semaphore with a permit for each reply to a request that was already
	 * finished.
	 */
	Semaphore stragglers() {
		return this.stragglers;
	}

	List<LostRequest> lost(int limit) {
		Collection<LostRequest> all = this.lost.values();
		return all.stream().limit(limit).toList();
	}

}
