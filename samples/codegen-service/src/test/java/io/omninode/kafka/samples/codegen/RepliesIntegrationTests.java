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

package io.omninode.kafka.samples.codegen;

import java.nio.charset.StandardCharsets;

import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a reply holds, and which records get none.
 */
@SpringBootTest
@KafkaTest
@ExtendWith(OutputCaptureExtension.class)
class RepliesIntegrationTests {

	private static final String REQUESTS = "omninode.codegen.request.validate.v1";

	private static final String CODE = "'payload': {'code_content': 'class A: pass'}";

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestRecords records;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					validation | validate | 'code': 'class A: pass'                          | `'is_valid': true, 'quality_score': 0.97,
					'violations': [{'rule': 'missing-docstring', 'severity': 'info', 'line': 1,
					'message': '<class A> has no docstring'}],
					'suggestions': ['Describe public classes and functions in a docstring']`
					analysis   | analyze  | 'code_content': 'def f(a): return a or 1'        | `'lines': 1, 'code_lines': 1,
					'comment_lines': 0, 'blank_lines': 0, 'classes': 0, 'functions': 1, 'methods': 0, 'imports': 0,
					'max_nesting': 1, 'max_complexity': 2, 'total_complexity': 2, 'complexity_score': 0.17,
					'longest_function': {'name': 'f', 'line': 1, 'lines': 1}, 'maintainability': 0.91`
					pattern    | pattern  | 'code': 'class AFactory: 1', 'min_confidence': 0.6 | `'patterns': [{'name': 'factory',
					'confidence': 0.7, 'line': 1, 'evidence': ['<class AFactory:>']}]`
					mixin      | mixin    | 'code': 'class A: pass', 'node_type': 'effect'   | `'mixins': [
					{'name': 'MixinHealthCheck', 'confidence': 0.4, 'reason': 'node type <effect>'},
					{'name': 'MixinMetrics', 'confidence': 0.4, 'reason': 'node type <effect>'}]`
					""")
	void theFieldsOfAResultAreFieldsOfTheReply(String exchange, String verb, String payload, String result) {
		Reply reply = this.replies.exchange(exchange).send(json("{'payload': {" + payload + "}}")).await();
		assertThat(reply.json()).isEqualTo(json("{'correlation_id': '" + reply.correlationId()
				+ "', 'event_type': 'codegen.response." + verb + "', " + result + "}"));
	}

	@Test
	void theReplyHasTheKeyOfItsRequest() {
		assertThat(validate("user.py", json("{" + CODE + "}"))).hasKey("user.py").hasNoHeader("correlation_id");
	}

	@Test
	void whenTheIdIsInTheHeaderItIsInBoth() {
		ProducerRecord<String, String> request = new ProducerRecord<>(REQUESTS, json("{" + CODE + "}").toString());
		request.headers().add("correlation_id", "h-1".getBytes(StandardCharsets.UTF_8));
		Reply reply = this.replies.exchange("validation").send(request).await();
		assertThat(reply).hasHeader("correlation_id", "h-1").hasJson("/correlation_id", "h-1");
	}

	@Test
	void whenThereIsNoCodeTheReplySaysSo() {
		assertThat(validate("key", json("{'payload': {'code_content': ''}}")))
			.hasJson("/error", "code_content is missing or blank in the payload")
			.hasNoJson("/is_valid");
	}

	@Test
	void whenAFieldIsIgnoredTheReplySaysSo() {
		assertThat(validate("key", json("{'node_type': 'other', " + CODE + "}"))).hasJson("/is_valid", true)
			.hasJson("/warnings/0", "node_type is ignored: it is not one of <effect, compute, reducer, orchestrator>");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "no json", "{", "[]", "42", "'text'", "null", "{'correlation_id': 'a-1'",
			"{'correlation_id': ' ', " + CODE + "}" })
	void whenARecordIsNoRequestOnlyTheNextOneIsAnswered(@Nullable String value) {
		this.records.send(new ProducerRecord<>(REQUESTS, (value != null) ? value.replace('\'', '"') : null));
		Reply reply = validate("key", json("{" + CODE + "}"));
		assertThat(this.records.on("validation-response").seen()).singleElement()
			.satisfies((seen) -> assertThat(seen).hasCorrelationId(reply.correlationId()));
	}

	@Test
	void whenARecordIsSkippedTheLogSaysWhichAndWhy(CapturedOutput output) {
		this.records.send(REQUESTS, "[]");
		this.records.send(REQUESTS, "poison").awaitConsumed();
		assertThat(output).containsPattern("Skipped request " + REQUESTS + "-0@\\d+: it is not a JSON object")
			.containsPattern("Skipped request " + REQUESTS + "-0@\\d+: it is not JSON: Unrecognized token 'poison'");
	}

	private Reply validate(String key, ObjectNode event) {
		return this.replies.exchange("validation").send(key, event).await();
	}

	private static ObjectNode json(String text) {
		return JsonMapper.shared().readValue(text.replace('\'', '"'), ObjectNode.class);
	}

}
