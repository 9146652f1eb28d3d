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

package io.omninode.kafka.test.record;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.waiting.Deadline;
import org.apache.kafka.common.TopicPartition;

/**
 * {@link SentRecord} that asks the groups until they are past it: Kafka tells nobody of a
 * commit.
 *
 * @param place where the record is
 * @param offset its offset
 * @param groups what groups have committed
 * @param settings the default timeout and more
 */
record DefaultSentRecord(TopicPartition place, long offset, ConsumerGroups groups,
		WaitSettings settings) implements SentRecord {

	private static final Duration MAX_EVIDENCE = Duration.ofSeconds(1);

	private static final Duration POLL = Duration.ofMillis(5);

	@Override
	public String topic() {
		return this.place.topic();
	}

	@Override
	public int partition() {
		return this.place.partition();
	}

	@Override
	public void awaitConsumed() {
		awaitConsumed(this.settings.timeout());
	}

	@Override
	public void awaitConsumed(Duration timeout) {
		await(timeout, () -> this.groups.readersOf(this.place), "");
	}

	@Override
	public void awaitConsumedBy(String group) {
		awaitConsumedBy(group, this.settings.timeout());
	}

	@Override
	public void awaitConsumedBy(String group, Duration timeout) {
		await(timeout, () -> Map.of(group, this.groups.committed(group, this.place)), " by <" + group + ">");
	}

	private void await(Duration timeout, Supplier<Map<String, Long>> committed, String by) {
		Durations.requirePositive(timeout);
		Map<String, Long> last = new LinkedHashMap<>();
		String failure = "Record " + this + " was not consumed" + by + " within " + Durations.text(timeout);
		try {
			boolean consumed = this.settings.watch()
				.call(failure, Patience.ofWait(timeout),
						() -> Deadline.in(timeout).isMet(POLL, () -> isPast(replaced(last, committed.get()))));
			if (!consumed) {
				throw missing(failure, last);
			}
		}
		catch (NoAnswerException ex) {
			throw new MissingRecordError(ex);
		}
	}

	private MissingRecordError missing(String failure, Map<String, Long> committed) {
		String evidence = this.settings.watch()
			.call(failure, Patience.atTheEnd(MAX_EVIDENCE), () -> evidence(committed));
		return new MissingRecordError(failure + ".\n\n" + evidence);
	}

	private static Map<String, Long> replaced(Map<String, Long> last, Map<String, Long> now) {
		last.clear();
		last.putAll(now);
		return last;
	}

	private boolean isPast(Map<String, Long> committed) {
		return !committed.isEmpty() && committed.values().stream().allMatch((next) -> next > this.offset);
	}

	private String evidence(Map<String, Long> committed) {
		if (committed.isEmpty()) {
			return "Evidence: no group has a member that reads " + this.place + "\n";
		}
		long end = this.groups.end(this.place);
		return committed.entrySet()
			.stream()
			.map((group) -> "group <" + group.getKey() + ">: " + lag(group.getValue(), end))
			.collect(Collectors.joining("\n          ", "Evidence: ", "\n"));
	}

	private static String lag(long next, long end) {
		return (next < 0) ? "committed nothing, end " + end
				: "committed " + next + ", end " + end + ", lag " + (end - next);
	}

	@Override
	public String toString() {
		return this.place + "@" + this.offset;
	}

}
