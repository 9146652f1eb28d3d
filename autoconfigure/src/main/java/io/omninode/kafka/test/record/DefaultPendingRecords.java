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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.omninode.kafka.test.connectivity.ClusterText;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.diagnosis.Investigation;
import io.omninode.kafka.test.diagnosis.Question;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.CatchUp;
import io.omninode.kafka.test.tap.OpenTransactions;
import io.omninode.kafka.test.tap.RecordCollector;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TapException;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.TopicNames;
import io.omninode.kafka.test.waiting.Durations;

/**
 * {@link PendingRecords} that look at the {@link Tap}.
 *
 * @param topics the names of the topics
 * @param condition says which records count
 * @param tap reads the topics
 * @param names resolves topics in assertions
 * @param settings what every wait needs to know
 */
record DefaultPendingRecords(List<String> topics, Predicate<? super ReceivedRecord> condition, Tap tap,
		TopicNames names, WaitSettings settings) implements PendingRecords {

	private static final Duration LAST_LOOK = Duration.ofSeconds(1);

	@Override
	public PendingRecords matching(Predicate<? super ReceivedRecord> condition) {
		Predicate<ReceivedRecord> earlier = this.condition::test;
		return new DefaultPendingRecords(this.topics, earlier.and(new Condition<>(condition)), this.tap, this.names,
				this.settings);
	}

	@Override
	public ReceivedRecord await() {
		return await(this.settings.timeout());
	}

	@Override
	public ReceivedRecord await(Duration timeout) {
		return awaitAll(1, timeout).get(0);
	}

	@Override
	public List<ReceivedRecord> awaitAll(int count) {
		return awaitAll(count, this.settings.timeout());
	}

	@Override
	public List<ReceivedRecord> awaitAll(int count, Duration timeout) {
		if (count < 1) {
			throw new IllegalArgumentException("At least one record has to be awaited, not <" + count + ">");
		}
		long begin = System.nanoTime();
		List<ReceivedRecord> found = find(count, timeout).records();
		if (found.size() < count) {
			throw new MissingRecordError(missing(found, count, timeout, begin));
		}
		return found;
	}

	private Diagnosis missing(List<ReceivedRecord> found, int count, Duration timeout, long beginNanos) {
		MissingRecordReport report = report();
		List<Origins.Place> counted = places(found);
		List<Origins.Place> excluded = new ArrayList<>(
				places(report.seen().stream().filter((record) -> !wouldCount(record)).toList()));
		excluded.removeAll(counted);
		return new Investigation(this.settings.sources(this.tap)).of(new Question(null,
				new Question.Expected(report.missing(found.size(), count, timeout), this.topics, counted, excluded,
						new Question.Evidence(report.evidence(), List.of())),
				new Question.Request(Set.of(), null, beginNanos, null)));
	}

	private static List<Origins.Place> places(List<ReceivedRecord> records) {
		return records.stream().map((record) -> Origins.Place.of(record.record())).toList();
	}

	private MissingRecordReport report() {
		return new MissingRecordReport(this.topics, all(), new ClusterText(this.settings.watch().trouble()), notes(),
				earlier());
	}

	private TopicNotes notes() {
		return new TopicNotes(OpenTransactions.on(this.topics, this.tap, this.settings.watch()),
				this.tap.strange(this.topics));
	}

	/**
	 * Return the records that would count, had they not been published before the test
	 * method began.
	 */
	private List<ReceivedRecord> earlier() {
		if (this.settings.watch().trouble() != null) {
			return List.of();
		}
		try {
			List<TappedRecord> earlier = this.settings.watch()
				.call("Topics cannot be read", Patience.atTheEnd(LAST_LOOK.multipliedBy(2)),
						() -> this.tap.earlier(this.topics, this.settings.scope().beginning(), LAST_LOOK));
			return earlier.stream().map(this::received).filter(this::wouldCount).toList();
		}
		catch (TapException | NoAnswerException ex) {
			return List.of();
		}
	}

	/**
	 * A condition need not expect records of others.
	 */
	private boolean wouldCount(ReceivedRecord record) {
		try {
			return this.condition.test(record);
		}
		catch (RuntimeException | AssertionError ex) {
			return false;
		}
	}

	private Found find(int count, Duration timeout) {
		Durations.requirePositive(timeout);
		try (RecordCollector arrivals = RecordCollector.of(this.tap, this::isOfThisTest)) {
			List<ReceivedRecord> found = new ArrayList<>();
			long deadline = System.nanoTime() + timeout.toNanos();
			TappedRecord next = arrivals.next(deadline);
			while (next != null) {
				addIfWanted(found, next);
				if (found.size() == count) {
					return new Found(found, true);
				}
				next = arrivals.next(deadline);
			}
			boolean readToEnd = new CatchUp(this.tap, this.settings.watch()).isDone();
			arrivals.rest().forEach((late) -> addIfWanted(found, late));
			requireAll(arrivals);
			return new Found(found.subList(0, Math.min(count, found.size())), readToEnd);
		}
	}

	private void requireAll(RecordCollector arrivals) {
		if (arrivals.isOverrun()) {
			throw new IllegalStateException("Records of " + Excerpt.of(this.topics)
					+ " came faster than they were looked at: more than " + RecordCollector.MAX_WAITING
					+ " were waiting. Await fewer topics, or match with less work");
		}
	}

	private void addIfWanted(List<ReceivedRecord> found, TappedRecord tapped) {
		ReceivedRecord record = received(tapped);
		if (this.condition.test(record)) {
			found.add(record);
		}
	}

	private ReceivedRecord received(TappedRecord tapped) {
		return new ReceivedRecord(tapped.record(), this.settings.reader(), this.names);
	}

	private boolean isOfThisTest(TappedRecord tapped) {
		return this.topics.contains(tapped.record().topic()) && tapped.isSince(this.settings.scope().beginning());
	}

	@Override
	public void awaitNone(Duration duration) {
		Found found = find(1, duration);
		if (!found.records().isEmpty()) {
			throw new AssertionError(MissingRecordReport.unexpected(found.records().get(0)));
		}
		requireReadToEnd(found.all());
	}

	private void requireReadToEnd(boolean readToEnd) {
		if (!readToEnd) {
			throw new AssertionError(report().unknown(CatchUp.TIMEOUT));
		}
	}

	@Override
	public List<ReceivedRecord> seen() {
		requireReadToEnd(new CatchUp(this.tap, this.settings.watch()).isDone());
		return all().stream().filter(this.condition).<ReceivedRecord>map(this::shown).toList();
	}

	private SeenRecord shown(ReceivedRecord record) {
		return new SeenRecord(record.record(), this.settings.reader(), this.names);
	}

	private List<ReceivedRecord> all() {
		return this.tap.seen(this::isOfThisTest).stream().map(this::received).toList();
	}

	@Override
	public String toString() {
		return "records on " + Excerpt.of(this.topics);
	}

	/**
	 * What a wait found.
	 *
	 * @param records the records
	 * @param all whether there is no other, by the ends of the topics at the deadline
	 */
	private record Found(List<ReceivedRecord> records, boolean all) {

	}

}
