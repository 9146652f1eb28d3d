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

import java.util.function.Supplier;

import io.omninode.kafka.test.diagnosis.Diagnosis;
import io.omninode.kafka.test.json.UnwritableValueException;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Thrown when a record or a request was not sent because its key or its value cannot be
 * written. The message says why, and what to do.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class UnwritableRecordException extends IllegalArgumentException {

	private final transient Diagnosis diagnosis;

	private UnwritableRecordException(Diagnosis diagnosis, Throwable cause) {
		super(diagnosis.toString(), cause);
		this.diagnosis = diagnosis;
	}

	/**
	 * Write a record.
	 * @param <T> what it is written as
	 * @param what what is to be sent
	 * @param topic the name of the topic
	 * @param writing writes it
	 * @return what was written
	 * @throws UnwritableRecordException if the key or the value cannot be written
	 */
	@API(status = Status.INTERNAL)
	public static <T> T write(String what, String topic, Supplier<T> writing) {
		try {
			return writing.get();
		}
		catch (UnwritableValueException ex) {
			throw new UnwritableRecordException(Diagnosis.unsent(UnsentRecordException.text(what, topic), ex), ex);
		}
	}

	/**
	 * Return why the record cannot be written.
	 * @return the findings, and what was seen
	 */
	public Diagnosis diagnosis() {
		return this.diagnosis;
	}

}
