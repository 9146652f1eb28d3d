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

import java.util.List;

/**
 * What keeps the application from being quiet, at one moment.
 *
 * @param lags what groups have still to commit
 * @param absent what groups without members would have to commit, if they had any: nobody
 * waits for these
 * @param groups groups that are not at rest, each with what is the matter
 * @param producers producers that have records which are not acknowledged
 * @param isUnfounded whether there is nothing that could be waited for: a quiet that says
 * nothing
 */
record PendingWork(List<Lag> lags, List<Lag> absent, List<String> groups, List<String> producers, boolean isUnfounded) {

	boolean isNone() {
		return !this.isUnfounded && this.lags.isEmpty() && this.groups.isEmpty() && this.producers.isEmpty();
	}

	PendingWork withLags(List<Lag> others) {
		return new PendingWork(others, this.absent, this.groups, this.producers, this.isUnfounded);
	}

}
