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

package io.omninode.kafka.test.reply;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.omninode.kafka.test.ScriptedApplication;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.flow.Flow;
import io.omninode.kafka.test.flow.FlowTracker;
import io.omninode.kafka.test.junit.KafkaTest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that are no JSON, with a {@link CorrelationStrategy} of the user's.
 */
@SpringBootTest(classes = { ScriptedApplication.class, OtherFormatIntegrationTests.Xml.class })
@KafkaTest
class OtherFormatIntegrationTests {

	@Autowired
	private ReplyAwaiter replies;

	@Autowired
	private FlowTracker flows;

	@Test
	void theIdIsWrittenAndReadByTheBean() {
		Reply reply = send("<order><item>7</item></order>").await();
		assertThat(new String(reply.record().value(), StandardCharsets.UTF_8))
			.isEqualTo("<order id=\"" + reply.correlationId() + "\"><item>7</item></order>");
		assertThat(reply.header("correlation_id")).isNull();
	}

	@Test
	void anIdThatIsThereIsKept() {
		PendingReply pending = send("<order id=\"order-42\"/>");
		assertThat(pending.correlationId()).isEqualTo("order-42");
		assertThat(pending.await().record().value()).isEqualTo(bytes("<order id=\"order-42\"/>"));
	}

	@Test
	void aFlowHasItToo() {
		Reply reply = send("<order/>").await();
		Flow flow = this.flows.track(reply.correlationId(), ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES);
		assertThat(flow.hops()).hasSize(2);
	}

	private PendingReply send(String xml) {
		return this.replies.between(ScriptedApplication.REQUESTS, ScriptedApplication.REPLIES).send(bytes(xml));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Configuration(proxyBeanMethods = false)
	static class Xml {

		@Bean
		CorrelationStrategy correlation() {
			return new XmlCorrelation();
		}

	}

	/**
	 * The id is an attribute of the root element.
	 */
	static final class XmlCorrelation implements CorrelationStrategy {

		private static final Pattern ROOT = Pattern.compile("^<\\w+(?: id=\"([^\"]*)\")?");

		@Override
		public @Nullable String read(Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
			Matcher root = root(value);
			return root.find() ? root.group(1) : null;
		}

		@Override
		public ProducerRecord<byte[], byte[]> write(ProducerRecord<byte[], byte[]> record, String correlationId) {
			String written = root(record.value()).replaceFirst("$0 id=\"" + correlationId + "\"");
			return new ProducerRecord<>(record.topic(), record.partition(), record.timestamp(), record.key(),
					bytes(written), record.headers());
		}

		private static Matcher root(byte @Nullable [] value) {
			return ROOT.matcher((value != null) ? new String(value, StandardCharsets.UTF_8) : "");
		}

	}

}
