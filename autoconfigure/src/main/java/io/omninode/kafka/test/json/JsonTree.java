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

package io.omninode.kafka.test.json;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TreeNode;

/**
 * Distinguishes JSON trees, including those of Jackson 2, which may be missing, from
 * other objects.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class JsonTree {

	private static final String OF_JACKSON_2 = "com.fasterxml.jackson.databind.node.";

	private JsonTree() {
	}

	/**
	 * Return whether an object is a tree.
	 * @param object the object
	 * @return whether it is
	 */
	public static boolean isOne(@Nullable Object object) {
		return object instanceof TreeNode || isOfJackson2(object);
	}

	/**
	 * Return whether an object is a tree of Jackson 2, which Jackson 3 would treat as an
	 * object with many properties.
	 */
	static boolean isOfJackson2(@Nullable Object object) {
		return object != null && object.getClass().getName().startsWith(OF_JACKSON_2);
	}

}
