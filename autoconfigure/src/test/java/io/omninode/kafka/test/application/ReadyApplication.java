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

package io.omninode.kafka.test.application;

import java.util.Map;

import io.omninode.kafka.test.listener.Attempts;
import io.omninode.kafka.test.listener.Outcome;
import io.omninode.kafka.test.listener.Outcome.State;
import org.mockito.BDDMockito;

import static org.mockito.ArgumentMatchers.any;

/**
 * An application that is always ready, and consumes each record at once.
 */
public final class ReadyApplication {

	private static final Outcome CONSUMED = new Outcome(State.CONSUMED, "orders", Attempts.of(0), null, 0);

	private ReadyApplication() {
	}

	/**
	 * Return what is seen of it.
	 */
	public static ApplicationUnderTest create() {
		ConsumerGroups groups = BDDMockito.mock(ConsumerGroups.class);
		BDDMockito.given(groups.readersOf(any(), any())).willReturn(Map.of("service", Long.MAX_VALUE));
		BDDMockito.given(groups.end(any())).willReturn(Long.MAX_VALUE);
		BDDMockito.given(groups.endIfThere(any())).willReturn(Long.MAX_VALUE);
		return new ApplicationUnderTest(() -> {
		}, groups, (group, partition, offset) -> CONSUMED);
	}

}
