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

package io.omninode.kafka.test.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.omninode.kafka.test.report.LoadReport;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the highest rate at which a threshold holds.
 */
final class RateSearch {

	private static final int MAX_TRIES = 20;

	private static final double PRECISION = 0.05;

	private final LoadPlan plan;

	private final RateThreshold threshold;

	private final Function<LoadPlan, LoadReport> runner;

	private final List<LoadReport.TriedRate> tried = new ArrayList<>();

	private @Nullable LoadReport best;

	private int low;

	private int high = Integer.MAX_VALUE;

	RateSearch(LoadPlan plan, RateThreshold threshold, Function<LoadPlan, LoadReport> runner) {
		this.plan = plan;
		this.threshold = threshold;
		this.runner = runner;
	}

	LoadReport run() {
		LoadReport last = attempt(startRate());
		while (!last.interrupted() && !isFound()) {
			last = attempt(next());
		}
		LoadReport best = this.best;
		return ((best != null && !last.interrupted()) ? best : last).with(this.tried);
	}

	private int startRate() {
		List<Stage> steady = ((LoadShape.Open) this.plan.shape()).steady();
		return steady.get(steady.size() - 1).to();
	}

	private boolean isFound() {
		boolean precise = this.high != Integer.MAX_VALUE && this.high - this.low <= Math.max(1, this.low * PRECISION);
		return precise || this.tried.size() >= MAX_TRIES;
	}

	private int next() {
		return (this.high == Integer.MAX_VALUE) ? this.low * 2 : this.low + (this.high - this.low) / 2;
	}

	private LoadReport attempt(int rate) {
		LoadReport report = this.runner.apply(this.plan.atRate(rate));
		boolean held = this.threshold.isHeldBy(report);
		this.tried.add(new LoadReport.TriedRate(rate, held, report.throughput(), report.responseTime().p99()));
		if (held) {
			this.low = rate;
			this.best = report;
		}
		else {
			this.high = rate;
		}
		return report;
	}

}
