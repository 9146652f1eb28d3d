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

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Two contexts that run at the same time, with listeners of one group for one partition.
 */
@Tag(KafkaTags.KAFKA)
class SharedGroupIntegrationTests {

	@Test
	void whenTheOtherContextHasThePartitionARequestIsSentAndAnswered() {
		try (ConfigurableApplicationContext first = run(); ConfigurableApplicationContext second = run()) {
			assertAnswered(first);
			assertAnswered(second);
		}
	}

	@Test
	void whenNobodyHasThePartitionTheContainerIsNamed() {
		try (ConfigurableApplicationContext context = run("--kafka.test.ready-timeout=100ms",
				"--spring.kafka.consumer.properties.partition.assignment.strategy="
						+ NobodyGetsAnything.class.getName())) {
			assertThatIllegalStateException()
				.isThrownBy(() -> context.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)))
				.withMessageStartingWith("Not every listener is ready after ")
				.withMessageEndingWith(
						"of group <shared> on [omninode.codegen.request.validate.v1] " + "runs without a partition");
		}
	}

	private static void assertAnswered(ConfigurableApplicationContext context) {
		assertThat(context.getBean(ReplyAwaiter.class).exchange("validation").send(Map.of("a", 1)).await().json())
			.isNotNull();
	}

	private static ConfigurableApplicationContext run(String... args) {
		return new SpringApplicationBuilder(EchoApplication.class).properties("echo.group=shared").run(args);
	}

	/**
	 * Leaves all members of a group without partitions.
	 */
	public static class NobodyGetsAnything extends RangeAssignor {

		@Override
		public Map<String, List<TopicPartition>> assignPartitions(Map<String, List<PartitionInfo>> partitions,
				Map<String, Subscription> subscriptions) {
			Map<String, List<TopicPartition>> nothing = new HashMap<>();
			subscriptions.keySet().forEach((member) -> nothing.put(member, List.of()));
			return nothing;
		}

	}

}
