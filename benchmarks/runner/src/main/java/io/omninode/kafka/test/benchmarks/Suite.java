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

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The test classes that one JVM runs.
 */
enum Suite {

	ONE_CONTEXT("orders", "FirstContext"),

	TWO_CONTEXTS("orders", "FirstContext", "SecondContext"),

	THREE_BROKERS("orders", "ThreeBrokers"),

	/**
	 * Three contexts that take turns, with a listener and five round trips in each class.
	 */
	TEN_CLASSES("shipping", "TenClasses$First", "TenClasses$Second", "TenClasses$Third", "TenClasses$Fourth",
			"TenClasses$Fifth", "TenClasses$Sixth", "TenClasses$Seventh", "TenClasses$Eighth", "TenClasses$Ninth",
			"TenClasses$Tenth");

	private final List<String> classes;

	Suite(String application, String... classes) {
		String prefix = Suite.class.getPackageName() + "." + application + ".";
		this.classes = Arrays.stream(classes).map(prefix::concat).toList();
	}

	/**
	 * Return the suite with a name as on the command line.
	 * @param name the name, such as {@code ten-classes}
	 */
	static Suite named(String name) {
		return Arrays.stream(values())
			.filter((suite) -> suite.toString().equals(name))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"There is no suite <" + name + ">; the suites are " + Arrays.toString(values())));
	}

	List<String> classes() {
		return this.classes;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
