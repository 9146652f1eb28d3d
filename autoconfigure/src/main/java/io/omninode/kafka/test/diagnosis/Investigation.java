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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;

import io.omninode.kafka.test.connectivity.Reachability;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.Origins;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why something did not happen: first everything is looked at, in two seconds
 * at most, then judged. It never throws; what it cannot find out, it says.
 *
 * @param sources what can be asked
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Investigation(Sources sources) {

	private static final Duration TIME = Duration.ofSeconds(2);

	/**
	 * Less, so that what was read until then counts.
	 */
	private static final Duration READING_TIME = Duration.ofMillis(1_500);

	private static final int MAX_STEPS = 3;

	/**
	 * What may be so although the request was consumed.
	 */
	private static final Set<Cause> IDLE = Set.of(Cause.LISTENERS_SHARE_GROUP, Cause.LISTENER_WITHOUT_PARTITION);

	/**
	 * What keeps a listener from answering.
	 */
	private static final Set<Cause> FAILURES = Set.of(Cause.LISTENER_THREW, Cause.LISTENER_GAVE_UP, Cause.DEAD_LETTERED,
			Cause.ON_RETRY_TOPIC, Cause.REJECTED, Cause.UNREADABLE_LOOPING, Cause.UNREADABLE_SKIPPED,
			Cause.STUCK_BEHIND_RECORD, Cause.LISTENER_STOPPED_BY_FAILURE, Cause.LISTENER_STOPPED,
			Cause.LISTENER_NOT_STARTED, Cause.LISTENER_FAILED_TO_START, Cause.LISTENER_PAUSED);

	/**
	 * What says that something has not happened, and not why.
	 */
	private static final Set<Cause> UNEXPLAINED = Set.of(Cause.CONSUMED_WITHOUT_REPLY, Cause.NOT_CONSUMED_YET,
			Cause.NOT_ACKNOWLEDGED, Cause.NOT_CALLED, Cause.LISTENER_WITHOUT_PARTITION, Cause.GROUP_REBALANCING);

	private static final List<Rule> RULES = List.of(new TopicRule(), new HiddenRequestRule(), new ArrivalRule(),
			new PublishRule(true), new StepRule(), new PublishRule(false), new ReaderRule(), new OtherTopicRule(),
			SilenceRule::ofOtherGroups, ArrivalRule::unsatisfied);

	/**
	 * Find out why something did not happen.
	 * @param question what did not happen
	 * @return the diagnosis
	 */
	public Diagnosis of(Question question) {
		Throwable failure = question.request().failure();
		Reachability trouble = this.sources.watch().trouble();
		if (trouble != null) {
			return diagnosis(question, List.of(Diagnosis.gone(trouble)), List.of());
		}
		if (failure != null) {
			return diagnosis(question, List.of(new SendRule(failure, String.valueOf(failure.getMessage())).judge()),
					List.of());
		}
		try (Answers answers = new Answers(TIME)) {
			Picture picture = look(question, answers);
			List<String> evidence = new ArrayList<>(answers.unknown());
			List<Finding> findings = judge(picture, evidence);
			evidence.addAll(picture.appearances().unknown());
			if (!this.sources.application().outcomes().isWatched()) {
				evidence.add("listeners and producers are not watched: kafka.test.diagnosis.enabled=false");
			}
			picture.steps()
				.stream()
				.filter((step) -> step.place().equals(picture.request()))
				.forEach((step) -> evidence.addAll(0, step.findings().lines()));
			return diagnosis(picture.question(), findings, evidence);
		}
		catch (RuntimeException ex) {
			return diagnosis(question, List.of(), List.of("more is not known: " + Excerpt.of(ex.toString())));
		}
	}

	private Diagnosis diagnosis(Question question, List<Finding> findings, List<String> evidence) {
		List<String> lines = new ArrayList<>(question.expected().evidence().first());
		lines.addAll(evidence);
		lines.addAll(question.expected().evidence().last());
		return Diagnosis.of(question.expected().text(), findings, lines).masked(this.sources.reader().masking());
	}

	private Picture look(Question question, Answers answers) {
		long now = System.nanoTime();
		Future<Appearances> appearing = answers.ask(() -> Appearances.of(question, this.sources, READING_TIME));
		Origins.Place place = question.request().place();
		Future<Picture.Step> asked = (place != null) ? answers.ask(() -> step(question, place)) : null;
		Appearances appearances = answers.get(appearing, "where the id is", Appearances.none(this.sources));
		Origins.Place request = (place != null) ? place : find(question, appearances);
		Question about = (request != null)
				? new Question(question.id(), question.expected(), question.request().at(request)) : question;
		Future<Readers> reading = answers.ask(() -> Readers.of(request, this.sources, TIME));
		List<Future<Picture.Step>> steps = new ArrayList<>();
		if (request != null) {
			steps.add((asked != null) ? asked : answers.ask(() -> step(question, request)));
		}
		followers(about, appearances).forEach((follower) -> steps.add(answers.ask(() -> step(question, follower))));
		List<Picture.Step> seen = new ArrayList<>();
		for (Future<Picture.Step> step : steps) {
			Picture.Step found = answers.get(step, "what listeners made of it");
			if (found != null) {
				seen.add(found);
			}
		}
		Picture.Published published = new Picture.Published(appearances,
				this.sources.application().publications().failed(question.request().nanos()),
				this.sources.tap().idPlaces(), this.sources.reader().masking());
		return new Picture(about, now, published, seen, answers.get(reading, "who reads it", Readers.none()));
	}

	private Picture.Step step(Question question, Origins.Place place) {
		return Picture.Step.of(place, question.request().nanos(), this.sources);
	}

	/**
	 * Find a request that the test did not send itself: the first record with the id on a
	 * request topic.
	 */
	private static Origins.@Nullable Place find(Question question, Appearances appearances) {
		return appearances.found()
			.stream()
			.filter((appearance) -> question.request().topics().contains(appearance.topic()))
			.filter((appearance) -> appearance.tapped().isSince(appearances.since()))
			.filter((appearance) -> appearance.isSure(String.valueOf(question.id())))
			.map(Appearance::place)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the records that followed from the request, on other topics.
	 */
	private List<Origins.Place> followers(Question question, Appearances appearances) {
		return (question.id() != null) ? withId(question, appearances) : troubles();
	}

	/**
	 * Without an id, what listeners have not consumed since the test began may be the
	 * reason.
	 */
	private List<Origins.Place> troubles() {
		long age = Duration.between(this.sources.scope().beginning().instant(), Instant.now()).toNanos();
		return this.sources.application()
			.outcomes()
			.troubles(System.nanoTime() - age)
			.stream()
			.limit(MAX_STEPS)
			.toList();
	}

	private static List<Origins.Place> withId(Question question, Appearances appearances) {
		return appearances.found()
			.stream()
			.filter((appearance) -> !question.expected().topics().contains(appearance.topic()))
			.filter((appearance) -> !question.request().topics().contains(appearance.topic())
					&& !appearance.place().equals(question.request().place()))
			.filter((appearance) -> !Picture.isCopy(appearance) && appearance.tapped().isSince(appearances.since()))
			.map(Appearance::place)
			.limit(MAX_STEPS)
			.toList();
	}

	private static List<Finding> judge(Picture picture, List<String> unknown) {
		List<Finding> findings = new ArrayList<>();
		RULES.forEach((rule) -> findings.addAll(judge(rule, picture, unknown)));
		afterFailures(findings);
		boolean isExplained = findings.stream().anyMatch((finding) -> !IDLE.contains(finding.cause()));
		if (!isExplained) {
			findings.addAll(0, judge(new StrayReplyRule(), picture, unknown));
		}
		if (findings.isEmpty()) {
			findings.addAll(judge(new SilenceRule(), picture, unknown));
		}
		boolean isOpen = findings.stream().allMatch((finding) -> UNEXPLAINED.contains(finding.cause()));
		findings.addAll(isOpen ? 0 : findings.size(), judge(TopicRule::restarted, picture, unknown));
		return findings;
	}

	/**
	 * That the id was used before does not matter where a listener failed at this
	 * request.
	 */
	static void afterFailures(List<Finding> findings) {
		List<Finding> reused = findings.stream().filter((finding) -> finding.cause() == Cause.ANSWERED_BEFORE).toList();
		findings.removeAll(reused);
		int failures = 0;
		for (int i = 0; i < findings.size(); i++) {
			if (findings.get(i).isCertain() && FAILURES.contains(findings.get(i).cause())) {
				failures = i + 1;
			}
		}
		findings.addAll(failures, reused);
	}

	/**
	 * The containers that a rule looks at may change meanwhile: what the others find
	 * stays.
	 */
	private static List<Finding> judge(Rule rule, Picture picture, List<String> unknown) {
		try {
			return rule.judge(picture);
		}
		catch (RuntimeException ex) {
			unknown.add("more is not known: " + Excerpt.of(ex.toString()));
			return List.of();
		}
	}

}
