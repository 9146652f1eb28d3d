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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON, usually with the mapper of the application, so that its naming
 * strategy, modules and mix-ins apply.
 * <p>
 * Trees are always those of Jackson 3. Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public interface JsonFormat {

	/**
	 * Write a value.
	 * @param value the value
	 * @return the JSON text in UTF-8
	 * @throws IllegalArgumentException if it cannot be written; the message is the reason
	 */
	byte[] write(@Nullable Object value);

	/**
	 * Read a value.
	 * @param json one JSON value in UTF-8
	 * @param type the type of the value
	 * @param <T> the type of the value
	 * @return the value
	 * @throws IllegalArgumentException if it cannot be read; the message is the reason
	 */
	<T> T read(byte[] json, Class<T> type);

	/**
	 * Turn a value into a tree.
	 * @param value the value
	 * @return the tree of the JSON that {@link #write} creates
	 * @throws IllegalArgumentException if it cannot be written
	 */
	default JsonNode toTree(@Nullable Object value) {
		return read(write(value), JsonNode.class);
	}

	/**
	 * Return the format of a mapper of Jackson 3.
	 * @param mapper the mapper
	 * @return the format
	 */
	static JsonFormat of(JsonMapper mapper) {
		return new Jackson3Format(mapper);
	}

	/**
	 * Return the format to use if the application has no mapper.
	 * @return the format of Jackson 3, with the modules on the class path
	 */
	static JsonFormat standard() {
		return of(JsonMapper.builder().findAndAddModules().build());
	}

}
