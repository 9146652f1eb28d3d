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

package io.omninode.kafka.integration.jackson;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.reply.Reply;
import io.omninode.kafka.test.reply.ReplyAwaiter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Jackson2Application}: what the starter brings and the application does
 * without in production.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest
@KafkaTest
class Jackson2ApplicationIntegrationTests {

	private static final String BOOT = "Spring Boot configures Kafka in these tests, with the spring-boot-kafka that "
			+ "the starter brings. If the application has spring-kafka alone, "
			+ "spring.autoconfigure.exclude=org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration";

	private static final String JACKSON = "Spring Kafka maps headers with Jackson 3 in these tests, which the starter "
			+ "brings; the application uses Jackson 2 (bean <";

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private TestRecords records;

	@Autowired
	private ApplicationContext context;

	@Test
	void anOrderIsInvoiced() {
		assertInvoiced();
	}

	@Test
	void objectsAreWrittenAndReadWithTheMapperOfTheApplication() {
		Reply invoice = this.replies.exchange("billing").send(new Billing.Order("order-7", 5)).await();
		assertThat(invoice.as(Billing.Invoice.class)).isEqualTo(new Billing.Invoice("order-7", 10));
		assertThat(invoice).hasJson("/total_price", 10);
	}

	@Test
	void anOrderIsConsumedAndItsInvoiceIsRead() {
		this.records.send("orders", "key", new Billing.Order("order-8", 4)).awaitConsumed();
		this.records.send("orders", "{\"correlation_id\":\"order-9\",\"unit_price\":3}").awaitConsumed();
		assertThat(this.records.on("invoices").awaitAll(2)).extracting((invoice) -> invoice.as(Billing.Invoice.class))
			.containsExactly(new Billing.Invoice("order-8", 8), new Billing.Invoice("order-9", 6));
	}

	@Test
	void theApplicationsMapperIsTheOnlyOne() {
		assertThat(this.context.getBeansOfType(ObjectMapper.class)).hasSize(1);
		assertThat(this.context.getBeansOfType(JsonMapper.class)).isEmpty();
	}

	@Test
	void theLogSaysWhatTheStarterBrings(CapturedOutput output) {
		assertThat(output).containsOnlyOnce(BOOT).containsOnlyOnce(JACKSON);
	}

	@Test
	void theStarterBringsNeitherACacheNorYaml() {
		assertThat(List.of("com.github.benmanes.caffeine.cache.Caffeine",
				"com.fasterxml.jackson.dataformat.yaml.YAMLFactory"))
			.noneMatch((name) -> ClassUtils.isPresent(name, this.context.getClassLoader()));
	}

	private void assertInvoiced() {
		Reply invoice = this.replies.exchange("billing").send(Map.of("unit_price", 21)).await();
		assertThat(invoice.json().get("total_price").asInt()).isEqualTo(42);
	}

	@Nested
	@TestPropertySource(properties = "spring.autoconfigure.exclude="
			+ "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
	class AsInProduction {

		@Test
		void anOrderIsInvoiced(@Autowired ReplyAwaiter replies) {
			Reply invoice = replies.exchange("billing").send(Map.of("unit_price", 22)).await();
			assertThat(invoice.json().get("total_price").asInt()).isEqualTo(44);
		}

		@Test
		void nothingOfBootsIsThere(@Autowired ApplicationContext context, CapturedOutput output) {
			assertThat(context.getBeanProvider(KafkaAutoConfiguration.class)).isEmpty();
			assertThat(context.getBeanProvider(KafkaAdmin.class)).isEmpty();
			assertThat(output).contains(JACKSON);
		}

	}

}
