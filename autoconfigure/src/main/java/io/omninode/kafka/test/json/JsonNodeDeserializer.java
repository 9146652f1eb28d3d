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

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.apache.kafka.common.serialization.Deserializer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads JSON and never fails, because a record that cannot be parsed must not stop a
 * consumer: text that is not JSON becomes a string node, and bytes that are not text
 * become a binary node.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class JsonNodeDeserializer implements Deserializer<JsonNode> {

	private final JsonFormat json;

	/**
	 * Create an instance.
	 * @param json reads JSON
	 */
	public JsonNodeDeserializer(JsonFormat json) {
		this.json = json;
	}

	@Override
	@SuppressWarnings("NullAway")
	public @Nullable JsonNode deserialize(String topic, byte @Nullable [] data) {
		if (data == null) {
			return null;
		}
		try {
			JsonNode node = this.json.read(data, JsonNode.class);
			return node.isMissingNode() ? text(data) : node;
		}
		catch (IllegalArgumentException ex) {
			return text(data);
		}
	}

	private JsonNode text(byte[] data) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
			return JsonNodeFactory.instance.stringNode(text);
		}
		catch (CharacterCodingException ex) {
			return JsonNodeFactory.instance.binaryNode(data);
		}
	}

}
