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

import io.omninode.kafka.test.listener.ListenerState;
import io.omninode.kafka.test.listener.ListenerState.Status;
import io.omninode.kafka.test.listener.ListenerState.Stop;
import io.omninode.kafka.test.listener.Origins;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ListenerFindingTests {

	@Test
	void whatAListenerDoesInsteadOfRunningIsTheCause() {
		assertThat(finding(Status.NOT_STARTED, null).cause()).isEqualTo(Cause.LISTENER_NOT_STARTED);
		assertThat(finding(Status.STOPPED, null).cause()).isEqualTo(Cause.LISTENER_STOPPED);
		assertThat(finding(Status.FAILED, null).cause()).isEqualTo(Cause.LISTENER_STOPPED_BY_FAILURE);
		assertThat(finding(Status.FAILED_TO_START, null).cause()).isEqualTo(Cause.LISTENER_FAILED_TO_START);
	}

	@Test
	void whereAnErrorWasThrownIsEvidence() {
		Error error = new OutOfMemoryError("full");
		error.setStackTrace(new StackTraceElement[] { new StackTraceElement("java.util.ArrayList", "grow", null, 1),
				new StackTraceElement("com.shop.Orders", "on", "Orders.java", 12) });
		Stop stop = new Stop("ERROR", new Origins.Place(new TopicPartition("orders", 0), 9), error, 0);
		assertThat(finding(Status.FAILED, stop).evidence())
			.containsExactly("listener <orders> threw at <Orders.on(Orders.java:12)>");
	}

	private static Finding finding(Status status, @Nullable Stop stop) {
		return new ListenerFinding(new ListenerState("orders", "shop", status, true, stop)).get();
	}

}
