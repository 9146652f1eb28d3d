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

package io.omninode.kafka.test.autoconfigure.environment;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.PropertySource;

/**
 * A property with its value and the place where it is set.
 *
 * @param name its name
 * @param value its value, placeholders resolved
 * @param source where it is set
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record PropertyValue(String name, String value, PropertySource<?> source) {

	/**
	 * Return the property for logs and errors, without the user information of a URL.
	 */
	@Override
	public String toString() {
		return this.name + "=" + withoutUser(this.value) + " (from " + PropertySourceOrigin.get(this.source, this.name)
				+ ")";
	}

	public static String withoutUser(String url) {
		return url.replaceAll("//[^/@,]*@", "//");
	}

}
