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

import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;

import io.omninode.kafka.test.junit.KafkaLoadTest;
import io.omninode.kafka.test.load.LoadDriver;
import io.omninode.kafka.test.load.LoadPlan;
import io.omninode.kafka.test.report.LoadReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service under load, short enough for every build. The profile {@code load} makes it
 * long.
 */
@SpringBootTest
@KafkaLoadTest
class CodegenLoadTests {

	@Autowired
	private LoadDriver load;

	@Value("${codegen.load.users:20}")
	private int users;

	@Value("${codegen.load.requests:400}")
	private int requests;

	@Value("${codegen.load.rate:100}")
	private int rate;

	@Value("${codegen.load.duration:3s}")
	private Duration duration;

	@Value("${codegen.load.warm-up:1s}")
	private Duration warmUp;

	@ParameterizedTest
	@ValueSource(strings = { "validation", "analysis", "pattern", "mixin" })
	void usersAtTheSameTimeAllGetTheirReplies(String exchange) {
		LoadReport report = this.load
			.run(LoadPlan.concurrent(exchange, this.users, this.requests).event(code()).warmUp(this.warmUp));
		assertThat(report).lostNone().failedNone().duplicatedNone().p99Below(Duration.ofSeconds(5));
	}

	@Test
	void aMixOfAllExchangesIsSustained() {
		LoadReport report = this.load.run(LoadPlan.sustained("validation", this.rate, this.duration)
			.weight(4)
			.event(code())
			.key((number) -> "file-" + number % 10)
			.and("analysis")
			.weight(3)
			.event(code())
			.and("pattern")
			.weight(2)
			.event(code())
			.and("mixin")
			.event(code())
			.warmUp(this.warmUp)
			.name("codegen-mix"));
		assertThat(report).lostNone()
			.failedNone()
			.duplicatedNone()
			.keptOrder()
			.p99Below(Duration.ofSeconds(5))
			.throughputAtLeast(this.rate * 0.5);
	}

	private static IntFunction<?> code() {
		return (number) -> Map.of("payload", Map.of("code_content", "class NodeEffect:\n    value = " + number));
	}

}
