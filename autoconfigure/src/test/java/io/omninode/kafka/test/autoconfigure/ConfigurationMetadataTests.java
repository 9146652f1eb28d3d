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

package io.omninode.kafka.test.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ConfigurationMetadataTests {

	@Test
	void everyPropertyHasADescription() throws IOException {
		List<JsonNode> properties = metadata().get("properties").valueStream().toList();
		assertThat(properties).hasSizeGreaterThan(25)
			.allSatisfy((property) -> assertThat(property.path("description").asString())
				.as(property.get("name").asString())
				.isNotBlank());
	}

	@Test
	void hintsBelongToProperties() throws IOException {
		JsonNode metadata = metadata();
		List<String> names = metadata.get("properties")
			.valueStream()
			.map((property) -> property.get("name").asString())
			.toList();
		assertThat(metadata.get("hints").valueStream()).isNotEmpty()
			.allSatisfy((hint) -> assertThat(names).contains(hint.get("name").asString().replace(".keys", "")));
	}

	@Test
	void theCodegenTopicsHaveADefaultThatDependsOnTheCluster() throws IOException {
		JsonNode property = metadata().get("properties")
			.valueStream()
			.filter((each) -> each.get("name").asString().equals("kafka.test.codegen-topics"))
			.findFirst()
			.orElseThrow();
		assertThat(property.get("defaultValue").asBoolean()).isTrue();
		assertThat(property.get("type").asString()).isEqualTo("java.lang.Boolean");
		assertThat(property.get("description").asString())
			.endsWith("by default they are, but not on a cluster that the test brings itself");
	}

	private static JsonNode metadata() throws IOException {
		for (var url : Collections.list(ConfigurationMetadataTests.class.getClassLoader()
			.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream in = url.openStream()) {
				JsonNode metadata = JsonMapper.builder().build().readTree(in);
				if (metadata.toString().contains("\"kafka.test.enabled\"")) {
					return metadata;
				}
			}
		}
		throw new IllegalStateException("No metadata of ours is on the class path");
	}

}
