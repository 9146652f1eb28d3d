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

package io.omninode.kafka.test.autoconfigure.application;

import java.util.List;

import io.omninode.kafka.test.autoconfigure.environment.PropertyValue;

/**
 * Thrown when a bean would connect to a cluster or a schema registry other than that of
 * the tests.
 */
class ForeignClusterException extends RuntimeException {

	private final String remedy;

	/**
	 * Create the exception for a bean.
	 * @param bean the name of the bean
	 * @param entry the entry of its configuration, with its value
	 * @param origins the properties that the value comes from, if that is known
	 * @param correct the correct value
	 */
	ForeignClusterException(String bean, String entry, List<PropertyValue> origins, String correct) {
		super("Bean <" + bean + "> has " + entry + ", which is not what the tests use" + text(origins) + ".");
		String property = origins.isEmpty() ? "the property that the value comes from"
				: origins.get(0).name() + "=" + correct;
		this.remedy = "Set " + property + " in the configuration of the test, leave the bean out of the context, "
				+ "or set kafka.test.foreign-clusters=allow if it is to connect there.";
	}

	private static String text(List<PropertyValue> origins) {
		return origins.isEmpty() ? "" : ". The value is that of " + origins.get(0);
	}

	String remedy() {
		return this.remedy;
	}

}
