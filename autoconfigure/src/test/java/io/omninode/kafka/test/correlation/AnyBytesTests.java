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

package io.omninode.kafka.test.correlation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * No bytes whatsoever make a strategy throw.
 */
class AnyBytesTests {

	private static final String JSON = "{\"a\": [1, {\"b\": \"\\u00e4\\n🦊\"}], \"n\": -1.5e300, \"t\": true, "
			+ "\"c\": {\"id\": \"x\"}, \"id\": \"order-42\", \"z\": null}";

	static Stream<CorrelationStrategy> strategies() {
		return Stream.of(CorrelationStrategy.field("id"), CorrelationStrategy.field("/c/id"),
				CorrelationStrategy.field("/a/1/b"), CorrelationStrategy.header("id"),
				CorrelationStrategy.springHeader(), CorrelationStrategy.key());
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void randomBytesDoNotThrow(CorrelationStrategy strategy) {
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			byte[] bytes = new byte[random.nextInt(60)];
			random.nextBytes(bytes);
			if (bytes.length > 0 && i % 2 == 0) {
				bytes[0] = '{';
			}
			assertReads(strategy, bytes);
		}
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void damagedDocumentsDoNotThrow(CorrelationStrategy strategy) {
		Random random = new Random(42);
		byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 20_000; i++) {
			byte[] damaged = json.clone();
			for (int j = random.nextInt(4); j >= 0; j--) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			assertReads(strategy, damaged);
		}
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void documentsThatEndAnywhereDoNotThrow(CorrelationStrategy strategy) {
		for (String charset : new String[] { "UTF-8", "UTF-16", "UTF-16LE", "UTF-32", "UTF-32LE" }) {
			byte[] json = JSON.getBytes(Charset.forName(charset));
			for (int length = 0; length <= json.length; length++) {
				byte[] part = new byte[length];
				System.arraycopy(json, 0, part, 0, length);
				assertReads(strategy, part);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void endlessDocumentsDoNotThrow(CorrelationStrategy strategy) {
		for (String endless : new String[] { "{\"a\":", "{\"a\":[", "[", "{", "{\"id\":{\"id\":" }) {
			assertReads(strategy, endless.repeat(100_000).getBytes(StandardCharsets.UTF_8));
		}
		String digits = "9".repeat(100_000);
		assertReads(strategy, ("{\"id\":" + digits + "}").getBytes(StandardCharsets.UTF_8));
		assertReads(strategy, ("{\"" + digits + "\":1,\"id\":1}").getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@MethodSource("strategies")
	void whatWasReadIsReadAgain(CorrelationStrategy strategy) {
		byte[] json = JSON.getBytes(StandardCharsets.UTF_8);
		Headers headers = new RecordHeaders().add("id", json).add("kafka_correlationId", json);
		assertThat(strategy.read(headers, json, json)).isNotNull().isEqualTo(strategy.read(headers, json, json));
		assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(JSON);
	}

	private static void assertReads(CorrelationStrategy strategy, byte[] bytes) {
		Headers headers = new RecordHeaders().add("id", bytes).add("kafka_correlationId", bytes);
		assertThatCode(() -> strategy.read(headers, bytes, bytes)).doesNotThrowAnyException();
	}

}
