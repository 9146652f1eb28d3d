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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/**
 * Where, when and of what the figures are.
 *
 * @param versions of what is compared
 */
record Setting(String versions) {

	static Setting of(ClassPath classPath) {
		String versions = "Spring Boot " + classPath.version("spring-boot") + ", Spring Kafka "
				+ classPath.version("spring-kafka") + ", Kafka " + classPath.version("kafka-clients");
		return new Setting(versions);
	}

	String describe(int rounds) {
		return String.format(Locale.ROOT, "%s, %d rounds on %s.%n%d cores, %.0f GiB, %s %s; %s.%n", jdk(), rounds,
				LocalDate.now(ZoneOffset.UTC), system().getAvailableProcessors(),
				system().getTotalMemorySize() / (double) (1 << 30), system().getName(), system().getArch(),
				this.versions);
	}

	private static String jdk() {
		return System.getProperty("java.vendor") + " JDK " + Runtime.version();
	}

	private static OperatingSystemMXBean system() {
		return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
	}

}
