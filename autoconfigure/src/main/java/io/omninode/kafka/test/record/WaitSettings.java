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

import io.omninode.kafka.test.application.ApplicationUnderTest;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.diagnosis.Sources;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.tap.Tap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What every wait for records needs to know.
 *
 * @param limits when a wait ends
 * @param reader reads keys and values
 * @param scope the tests that run now
 * @param application what is seen of the application
 * @param watch ends waits for a cluster that is gone
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record WaitSettings(Limits limits, RecordReader reader, TestScope scope, ApplicationUnderTest application,
		ClusterWatch watch) {

	/**
	 * Create settings of waits that end early.
	 * @param timeout the default timeout
	 * @param reader reads keys and values
	 * @param scope the tests that run now
	 * @param application what is seen of the application
	 * @param watch ends waits for a cluster that is gone
	 */
	public WaitSettings(Duration timeout, RecordReader reader, TestScope scope, ApplicationUnderTest application,
			ClusterWatch watch) {
		this(new Limits(timeout, true), reader, scope, application, watch);
	}

	/**
	 * Return the default timeout.
	 * @return the timeout
	 */
	public Duration timeout() {
		return this.limits.timeout();
	}

	/**
	 * Return what can be asked when a wait fails.
	 * @param tap finds records
	 * @return the sources
	 */
	public Sources sources(Tap tap) {
		return new Sources(tap, this.scope, this.application, this.reader, this.watch);
	}

	/**
	 * When a wait ends.
	 *
	 * @param timeout the default timeout
	 * @param failsFast whether it ends at once when nothing can come any more
	 */
	public record Limits(Duration timeout, boolean failsFast) {

	}

}
