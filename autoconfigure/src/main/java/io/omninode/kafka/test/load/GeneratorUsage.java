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

import java.lang.management.ManagementFactory;
import java.time.Duration;

import com.sun.management.OperatingSystemMXBean;
import io.omninode.kafka.test.report.LoadGenerator;
import io.omninode.kafka.test.report.LoadReport;
import org.apache.kafka.clients.producer.Producer;

/**
 * Measures the cost of generating a load.
 */
final class GeneratorUsage {

	private static final String BUFFER_WAIT = "bufferpool-wait-time-ns-total";

	private final Producer<?, ?> producer;

	private final long startNanos = System.nanoTime();

	private final long startCpu = cpuNanos();

	GeneratorUsage(Producer<?, ?> producer) {
		this.producer = producer;
	}

	LoadGenerator result(LoadReport.Times times, long limited) {
		return new LoadGenerator(times.sendDelay().p99(), times.response().p99(), cpu(), bufferWait(), limited);
	}

	private double cpu() {
		long cpu = cpuNanos();
		long available = (System.nanoTime() - this.startNanos) * Runtime.getRuntime().availableProcessors();
		return (cpu < 0 || available <= 0) ? -1 : Math.min(1, (double) (cpu - this.startCpu) / available);
	}

	private static long cpuNanos() {
		return (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)
				? system.getProcessCpuTime() : -1;
	}

	private Duration bufferWait() {
		return this.producer.metrics()
			.entrySet()
			.stream()
			.filter((metric) -> metric.getKey().name().equals(BUFFER_WAIT))
			.map((metric) -> metric.getValue().metricValue())
			.filter(Number.class::isInstance)
			.map((value) -> Duration.ofNanos(((Number) value).longValue()))
			.findFirst()
			.orElse(Duration.ZERO);
	}

}
