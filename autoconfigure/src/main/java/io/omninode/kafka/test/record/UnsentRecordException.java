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

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.diagnosis.Diagnosis;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Thrown when a record or a request was not sent. The message says why, and what to do.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class UnsentRecordException extends IllegalStateException {

	private final transient Diagnosis diagnosis;

	private UnsentRecordException(Diagnosis diagnosis, Throwable cause) {
		super(diagnosis.toString(), cause);
		this.diagnosis = diagnosis;
	}

	/**
	 * Create an instance.
	 * @param what what was to be sent
	 * @param topic the name of the topic
	 * @param cause why it was not
	 * @return the exception
	 */
	@API(status = Status.INTERNAL)
	public static UnsentRecordException of(String what, String topic, Throwable cause) {
		return new UnsentRecordException(Diagnosis.unsent(text(what, topic), cause), cause);
	}

	static String text(String what, String topic) {
		return "The " + what + " for <" + Excerpt.of(topic) + "> was not sent";
	}

	/**
	 * Return why the record was not sent.
	 * @return the findings, and what was seen
	 */
	public Diagnosis diagnosis() {
		return this.diagnosis;
	}

}
