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

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Reachability;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.waiting.FailureText;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Why what a test expected did not happen: the findings, the most telling first, and what
 * was seen. It comes with every error of a failed wait.
 *
 * <pre class="code">
 * assertThatExceptionOfType(MissingReplyError.class).isThrownBy(reply::await)
 *     .satisfies((ex) -> assertThat(ex.diagnosis().verdict().cause()).isEqualTo(Cause.FILTERED));
 * </pre>
 * <p>
 * Immutable.
 *
 * @since 0.1.0
 */
public final class Diagnosis {

	private static final int MAX_SHOWN = 4;

	private final String expected;

	private final List<Finding> findings;

	private final List<String> evidence;

	private Diagnosis(String expected, List<Finding> findings, List<String> evidence) {
		this.expected = expected;
		this.findings = List.copyOf(findings);
		this.evidence = List.copyOf(evidence);
	}

	/**
	 * Create an instance.
	 * @param expected what was expected, where and for how long: a sentence
	 * @param findings what explains that it did not happen, the most telling first
	 * @param evidence what was seen, one line each
	 * @return the diagnosis
	 */
	@API(status = Status.INTERNAL)
	public static Diagnosis of(String expected, List<Finding> findings, List<String> evidence) {
		return new Diagnosis(expected, findings, evidence);
	}

	/**
	 * Return the diagnosis of a wait that had no answer of the cluster.
	 * @param failure what was expected: the beginning of a sentence
	 * @param noAnswer why there was no answer
	 * @return the diagnosis
	 */
	@API(status = Status.INTERNAL)
	public static Diagnosis of(String failure, NoAnswerException noAnswer) {
		Finding finding = noAnswer.reachability()
			.map(Diagnosis::gone)
			.orElseGet(() -> Finding.certain(Cause.NO_ANSWER, String.valueOf(noAnswer.getMessage()), ""));
		return of(failure + ".", List.of(finding), List.of());
	}

	/**
	 * Return the diagnosis of something that was not sent.
	 * @param failure what was not sent: the beginning of a sentence
	 * @param cause why it was not
	 * @return the diagnosis
	 */
	@API(status = Status.INTERNAL)
	public static Diagnosis unsent(String failure, Throwable cause) {
		return (cause instanceof NoAnswerException noAnswer) ? of(failure, noAnswer)
				: of(failure + ".", List.of(SendRule.of(cause).judge()), List.of());
	}

	/**
	 * Return that no broker answers.
	 * @param trouble what came of asking
	 * @return the finding
	 */
	@API(status = Status.INTERNAL)
	public static Finding gone(Reachability trouble) {
		return Finding.certain(Cause.BROKER_GONE, trouble.toString(), trouble.remedy());
	}

	/**
	 * Return this diagnosis without the secrets that its texts quote.
	 */
	Diagnosis masked(Masking masking) {
		return new Diagnosis(this.expected, this.findings.stream().map((finding) -> finding.masked(masking)).toList(),
				this.evidence.stream().map(masking::text).toList());
	}

	/**
	 * Return what explains most.
	 * @return the first finding; its cause is {@link Cause#UNKNOWN} if nothing explains
	 * what happened
	 */
	public Finding verdict() {
		return this.findings.isEmpty() ? Finding.likely(Cause.UNKNOWN, "nothing was seen that explains it", "")
				: this.findings.get(0);
	}

	/**
	 * Return everything that was found, the most telling first.
	 * @return the findings, none if nothing explains what happened
	 */
	public List<Finding> findings() {
		return this.findings;
	}

	/**
	 * Return the text: expected, cause, evidence, remedy. It has at most 60 lines.
	 * @return the text
	 */
	@Override
	public String toString() {
		List<Finding> shown = this.findings.subList(0, Math.min(MAX_SHOWN, this.findings.size()));
		Set<String> seen = new LinkedHashSet<>(this.evidence);
		shown.forEach((finding) -> seen.addAll(finding.evidence()));
		List<String> remedy = verdict().remedy().isEmpty() ? List.of() : List.of(verdict().remedy());
		return new FailureText(this.expected, shown.stream().map(Finding::toString).toList(), new ArrayList<>(seen),
				remedy)
			.toString();
	}

}
