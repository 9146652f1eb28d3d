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

import java.util.List;

import io.omninode.kafka.test.correlation.Masking;

/**
 * One thing that explains why what a test expected did not happen.
 *
 * @param cause what kind of thing it is
 * @param isCertain whether it was seen; a guess is called likely in texts
 * @param text what happened: a part of a sentence, which names listener, topic and place
 * @param evidence what it rests on, one line each
 * @param remedy what to do
 * @since 0.1.0
 * @see Diagnosis
 */
public record Finding(Cause cause, boolean isCertain, String text, List<String> evidence, String remedy) {

	/**
	 * Create an instance.
	 */
	public Finding {
		evidence = List.copyOf(evidence);
	}

	static Finding certain(Cause cause, String text, String remedy) {
		return new Finding(cause, true, text, List.of(), remedy);
	}

	static Finding likely(Cause cause, String text, String remedy) {
		return new Finding(cause, false, text, List.of(), remedy);
	}

	Finding with(List<String> evidence) {
		return new Finding(this.cause, this.isCertain, this.text, evidence, this.remedy);
	}

	Finding masked(Masking masking) {
		return new Finding(this.cause, this.isCertain, masking.text(this.text),
				this.evidence.stream().map(masking::text).toList(), this.remedy);
	}

	/**
	 * Return the finding in one line.
	 * @return the text; a guess says that it is one
	 */
	@Override
	public String toString() {
		return this.isCertain ? this.text : "likely: " + this.text;
	}

}
