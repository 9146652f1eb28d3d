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
 * The work that keeps the application from being quiet, at one moment.
 *
 * @param lags what groups still have to commit
 * @param absent what groups without members would have to commit if they had any, which
 * is not waited for
 * @param groups groups that are not at rest, each with the reason
 * @param producers producers that have unacknowledged records
 * @param isUnfounded whether there is nothing to wait for, so that being quiet means
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
