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

package io.omninode.kafka.samples.failures;

import java.util.Map;

import io.omninode.kafka.test.diagnosis.Cause;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.record.UnsentRecordException;
import io.omninode.kafka.test.record.UnwritableRecordException;
import io.omninode.kafka.test.reply.MissingReplyError;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a failed wait tells.
 *
 * @param diagnosis its diagnosis
 */
record Failure(Diagnosis diagnosis) {

	/**
	 * Wait for a reply that is missing.
	 */
	static Failure of(ThrowingCallable await) {
		MissingReplyError error = catchThrowableOfType(MissingReplyError.class, await);
		assertThat(error).as("the reply is missing").isNotNull();
		return new Failure(error.diagnosis());
	}

	/**
	 * Send something that is not sent.
	 */
	static Failure ofUnsent(ThrowingCallable send) {
		Throwable thrown = catchThrowable(send);
		if (thrown instanceof UnwritableRecordException unwritable) {
			return new Failure(unwritable.diagnosis());
		}
		assertThat(thrown).isInstanceOf(UnsentRecordException.class);
		return new Failure(((UnsentRecordException) thrown).diagnosis());
	}

	/**
	 * Return an order, which is what all services here take.
	 */
	static Map<String, String> order(String id) {
		return Map.of("correlation_id", id, "status", "placed");
	}

	/**
	 * Verify what the wait tells.
	 * @param cause the cause it has to tell first
	 * @param title what the service does wrong: a sentence
	 */
	void tells(Cause cause, String title) {
		assertThat(this.diagnosis.verdict().cause()).as(this.diagnosis.toString()).isEqualTo(cause);
		FailurePage.verify(cause, title, this.diagnosis.toString());
	}

}
