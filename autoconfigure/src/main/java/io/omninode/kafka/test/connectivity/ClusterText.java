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

package io.omninode.kafka.test.connectivity;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The part of a failure text about a cluster that does not answer. It is empty if a
 * broker answers.
 *
 * @param trouble why no broker answers, or {@code null} if one does
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record ClusterText(@Nullable Reachability trouble) {

	/**
	 * Return the line of the cause.
	 * @return the line, or an empty text
	 */
	public String cause() {
		return (this.trouble != null) ? "Cause:    " + this.trouble + "\n" : "";
	}

	/**
	 * Return the line of the remedy.
	 * @return the line, or nothing
	 */
	public String remedy() {
		return (this.trouble != null) ? "Remedy:   " + this.trouble.remedy() + "\n" : "";
	}

	/**
	 * Put the cause and the remedy around the evidence.
	 * @param evidence some lines
	 * @return the cause, the evidence, and the remedy
	 */
	public String around(String evidence) {
		return cause() + evidence + remedy();
	}

}
