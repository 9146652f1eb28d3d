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

package io.omninode.kafka.test.tap;

import java.time.Duration;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The end of a wait. When its time is over, the records that are on the topics by then
 * are still read, as long as a broker answers.
 *
 * @param tap reads the topics
 * @param watch ends the reading when the cluster is gone
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record CatchUp(Tap tap, ClusterWatch watch) {

	/**
	 * The maximum time.
	 */
	public static final Duration TIMEOUT = Duration.ofSeconds(5);

	/**
	 * Have the tap read the records that exist now, within five seconds.
	 * @return whether it has read all of them
	 * @throws TapException if the topics cannot be read
	 */
	public boolean isDone() {
		return isDone(TIMEOUT);
	}

	/**
	 * Have the tap read the records that exist now.
	 * @param timeout the maximum time while a broker answers
	 * @return whether it has read all of them
	 * @throws TapException if the topics cannot be read
	 */
	public boolean isDone(Duration timeout) {
		try {
			return this.watch.call("The topics cannot be read to their end", Patience.atTheEnd(timeout.plusSeconds(1)),
					() -> this.tap.awaitCaughtUp(timeout));
		}
		catch (NoAnswerException ex) {
			return false;
		}
	}

}
