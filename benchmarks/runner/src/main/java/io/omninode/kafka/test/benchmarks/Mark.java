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

package io.omninode.kafka.test.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;

import com.sun.management.OperatingSystemMXBean;

/**
 * What the JVM of the tests has used when it comes to a point.
 *
 * @param point the point
 * @param time when that was
 * @param cpu processor time of the process until then
 * @param threads live threads
 */
record Mark(Point point, Instant time, Duration cpu, int threads) {

	static Mark now(Point point) {
		Instant time = Instant.now();
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		Duration cpu = Duration.ofNanos(system.getProcessCpuTime());
		return new Mark(point, time, cpu, ManagementFactory.getThreadMXBean().getThreadCount());
	}

	static Mark parse(String line) {
		String[] parts = line.split(" ");
		return new Mark(Point.valueOf(parts[0]), Instant.parse(parts[1]), Duration.parse(parts[2]),
				Integer.parseInt(parts[3]));
	}

	@Override
	public String toString() {
		return this.point + " " + this.time + " " + this.cpu + " " + this.threads;
	}

	/**
	 * The points at which a mark is made.
	 */
	enum Point {

		/**
		 * A test class starts, before its context does.
		 */
		CLASS_STARTED,

		/**
		 * A test says that it has reached its aim.
		 */
		REACHED,

		/**
		 * The last test is over, and the JVM about to exit.
		 */
		EXIT

	}

}
