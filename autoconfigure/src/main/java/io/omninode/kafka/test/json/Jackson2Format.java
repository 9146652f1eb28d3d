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

import java.io.IOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.TreeNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@link JsonFormat} of Jackson 2, for applications that do not have Jackson 3. Trees are
 * those of Jackson 3, which reads and writes them.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class Jackson2Format implements JsonFormat {

	private final ObjectMapper mapper;

	private final JsonFormat trees = new Jackson3Format(JsonMapper.shared());

	/**
	 * Create an instance.
	 * @param mapper reads and writes JSON
	 */
	public Jackson2Format(ObjectMapper mapper) {
		this.mapper = mapper;
	}

	@Override
	public byte[] write(@Nullable Object value) {
		if (value instanceof TreeNode) {
			return this.trees.write(value);
		}
		try {
			return this.mapper.writeValueAsBytes(value);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex.getOriginalMessage(), ex);
		}
	}

	@Override
	public <T> T read(byte[] json, Class<T> type) {
		if (TreeNode.class.isAssignableFrom(type)) {
			return this.trees.read(json, type);
		}
		try {
			return this.mapper.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(json);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex.getOriginalMessage(), ex);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(ex.getMessage(), ex);
		}
	}

}
