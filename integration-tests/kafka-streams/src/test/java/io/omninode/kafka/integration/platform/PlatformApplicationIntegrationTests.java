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

package io.omninode.kafka.integration.platform;

import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.junit.KafkaTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an application says in code of its cluster is not what the test says.
 */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = PlatformApplication.class, useMainMethod = UseMainMethod.ALWAYS)
@KafkaTest
class PlatformApplicationIntegrationTests {

	@Test
	void anArgumentOfTheMainMethodIsTheApplications(@Autowired TestBroker broker,
			@Autowired KafkaTemplate<?, ?> template) {
		assertUsed(broker, template);
	}

	private static void assertUsed(TestBroker broker, KafkaTemplate<?, ?> template) {
		assertThat(broker.mode()).isEqualTo(BrokerMode.EMBEDDED);
		assertThat(template.getProducerFactory().getConfigurationProperties().get("bootstrap.servers").toString())
			.contains(broker.bootstrapServers());
	}

	@Nested
	@TestPropertySource(properties = "platform.details=true")
	class WithConnectionDetails {

		@Test
		void thoseOfTheTestsTakeTheirPlace(@Autowired TestBroker broker, @Autowired KafkaTemplate<?, ?> template,
				@Autowired KafkaConnectionDetails details, CapturedOutput output) {
			assertUsed(broker, template);
			assertThat(details.getBootstrapServers()).containsExactly(broker.bootstrapServers());
			assertThat(output).contains("Bean <platformKafka> has bootstrap.servers <production.invalid:9092>");
		}

	}

}
