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

package io.omninode.kafka.test.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Keeps the key figures of loads until they are added to the report of the test.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class RecentLoadReports {

	private static final int MAX_REPORTS = 100;

	private static final double NANOS_PER_MILLI = 1_000_000.0;

	private final BlockingQueue<Map<String, String>> figures = new LinkedBlockingQueue<>(MAX_REPORTS);

	/**
	 * Keep the key figures of a report. At most a hundred reports are kept.
	 * @param report the report
	 */
	public void add(LoadReport report) {
		LoadCounts counts = report.counts();
		Map<String, String> entry = new LinkedHashMap<>();
		entry.put("load", report.name());
		entry.put("sent", String.valueOf(counts.sent()));
		entry.put("replied", String.valueOf(counts.replied()));
		entry.put("failed", String.valueOf(counts.failed()));
		entry.put("late", String.valueOf(counts.late()));
		entry.put("lost", String.valueOf(counts.lost()));
		entry.put("duplicates", String.valueOf(counts.duplicates()));
		entry.put("throughput", Html.trimmed(report.throughput(), 1));
		entry.put("p50_ms", Html.trimmed(report.responseTime().p50().toNanos() / NANOS_PER_MILLI, 2));
		entry.put("p99_ms", Html.trimmed(report.responseTime().p99().toNanos() / NANOS_PER_MILLI, 2));
		entry.put("max_ms", Html.trimmed(report.responseTime().max().toNanos() / NANOS_PER_MILLI, 2));
		this.figures.offer(entry);
	}

	/**
	 * Return the key figures that were kept, and forget them.
	 * @return for each load its figures by name
	 */
	public List<Map<String, String>> drain() {
		List<Map<String, String>> drained = new ArrayList<>();
		this.figures.drainTo(drained);
		return drained;
	}

}
