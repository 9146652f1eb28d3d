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

package io.omninode.kafka.test.flow;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

import io.omninode.kafka.test.client.ConsumerGroups;
import io.omninode.kafka.test.client.QuietPoint;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestConsumers;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.record.TestRecords;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.BackOff;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.annotation.RetryableTopic;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FlowTracker#awaitQuiet(Duration)}.
 */
@Tag(KafkaTags.KAFKA)
class QuietPointIntegrationTests {

	private static final Duration LONG = Duration.ofSeconds(30);

	private static final Duration SHORT = Duration.ofMillis(300);

	private final String name = "quiet-" + UUID.randomUUID();

	@Test
	void whenNothingWasSentTheApplicationIsQuiet() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			flows(context).awaitQuiet(LONG);
		}
	}

	@Test
	void whenListenersPublishToEachOtherAllOfThemAreAwaited() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			for (int i = 1; i <= 50; i++) {
				records(context).send(this.name + ".first", i);
				flows(context).awaitQuiet(LONG);
				assertThat(context.getBean(Chain.class).consumed).hasSize(i);
			}
			assertThat(records(context).on(this.name + ".third").awaitAll(50)).hasSize(50);
		}
	}

	@Test
	void whenTheTestSendsWithoutWaitingTheRecordIsAwaited() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			KafkaTemplate<String, Object> template = template(context);
			for (int i = 1; i <= 20; i++) {
				template.send(this.name + ".first", i);
				flows(context).awaitQuiet(LONG);
				assertThat(context.getBean(Chain.class).consumed).hasSize(i);
			}
		}
	}

	@Test
	void whenTheGroupsHaveTheNewProtocolAllOfThemAreAwaited() {
		try (ConfigurableApplicationContext context = run(Chain.class,
				"spring.kafka.consumer.properties.group.protocol=consumer")) {
			for (int i = 1; i <= 10; i++) {
				records(context).send(this.name + ".first", i);
				flows(context).awaitQuiet(LONG);
				assertThat(context.getBean(Chain.class).consumed).hasSize(i);
			}
		}
	}

	@Test
	void whileAProducerHoldsARecordTheApplicationIsNotQuiet() {
		try (ConfigurableApplicationContext context = run(Chain.class, "spring.kafka.producer.client-id=idle",
				"spring.kafka.producer.properties.linger.ms=60000")) {
			flows(context).awaitQuiet(LONG);
			KafkaTemplate<String, String> template = context.getBean(Chain.class).template;
			template.send(this.name + ".third", "1");
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessage("The application is not quiet after 300ms.\n\n"
						+ "Cause:    records are not acknowledged by a broker\n"
						+ "Evidence: producer <idle-1>: a record is not acknowledged\n"
						+ "Remedy:   wait longer, or see the log of the application\n");
			template.flush();
			flows(context).awaitQuiet(LONG);
		}
	}

	@Test
	void whileAListenerIsAtWorkTheApplicationIsNotQuiet() {
		try (ConfigurableApplicationContext context = run(Held.class)) {
			records(context).send(this.name, 1);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessage("The application is not quiet after 300ms.\n\n"
						+ "Cause:    records are not consumed, or not committed\n" + "Evidence: group <" + this.name
						+ "> on " + this.name + "-0: committed nothing, end 1, lag 1, listener <held> is running\n"
						+ "Remedy:   wait longer if a listener is slow; if one fails again and again, or "
						+ "acknowledges by hand and does not, correct it\n");
			context.getBean(Held.class).hold.countDown();
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Held.class).consumed).containsExactly("1");
		}
	}

	@Test
	void aRecordThatComesInTheMiddleOfALookIsNotOverlooked() {
		try (ConfigurableApplicationContext context = run(Held.class)) {
			flows(context).awaitQuiet(LONG);
			Admin admin = context.getBean("kafkaTestAdmin", Admin.class);
			AtomicBoolean sent = new AtomicBoolean();
			Admin interrupted = (Admin) Proxy.newProxyInstance(Admin.class.getClassLoader(),
					new Class<?>[] { Admin.class }, (proxy, method, arguments) -> {
						Object result = method.invoke(admin, arguments);
						if (result instanceof ListConsumerGroupOffsetsResult offsets
								&& sent.compareAndSet(false, true)) {
							offsets.all().get();
							records(context).send(this.name, 1);
						}
						return result;
					});
			QuietPoint quietPoint = QuietPoint.of(context.getBeanFactory(), new ConsumerGroups(() -> interrupted, "-"),
					context.getBean(TopicNames.class), context.getBean(TestClients.class));
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> quietPoint.await(SHORT))
				.withMessageContaining("group <" + this.name + "> on " + this.name + "-0: committed nothing, end 1");
			assertThat(sent).isTrue();
			context.getBean(Held.class).hold.countDown();
		}
	}

	@Test
	void whenAListenerIsReleasedMeanwhileTheWaitEnds() throws Exception {
		try (ConfigurableApplicationContext context = run(Held.class)) {
			records(context).send(this.name, 1);
			Future<?> quiet = CompletableFuture.runAsync(() -> flows(context).awaitQuiet(LONG));
			Held held = context.getBean(Held.class);
			held.entered.await();
			assertThat(quiet).isNotDone();
			held.hold.countDown();
			quiet.get();
			assertThat(held.consumed).containsExactly("1");
		}
	}

	@Test
	void whenARecordWaitsInARetryTopicItIsAwaited() {
		try (ConfigurableApplicationContext context = run(Retrying.class)) {
			records(context).send(this.name, 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Retrying.class).attempts).hasSize(3);
		}
	}

	@Test
	void whenARecordIsRetriedInPlaceItIsAwaited() {
		try (ConfigurableApplicationContext context = run(Failing.class, "attempts=3")) {
			records(context).send(this.name, 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Failing.class).attempts).hasSize(4);
		}
	}

	@Test
	void whenAListenerFailsForeverTheApplicationIsNotQuiet() {
		try (ConfigurableApplicationContext context = run(Failing.class, "attempts=" + Long.MAX_VALUE)) {
			records(context).send(this.name, 1);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessageContaining(
						"group <" + this.name + "> on " + this.name + "-0: committed nothing, end 1, lag 1");
		}
	}

	@Test
	void whenAListenerDoesNotAcknowledgeTheApplicationIsNotQuiet() {
		try (ConfigurableApplicationContext context = run(Silent.class, "spring.kafka.listener.ack-mode=manual")) {
			records(context).send(this.name, 1);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessageContaining(
						"group <" + this.name + "> on " + this.name + "-0: committed nothing, end 1, lag 1");
		}
	}

	@Test
	void aBatchIsAwaited() {
		try (ConfigurableApplicationContext context = run(Batches.class)) {
			for (int i = 0; i < 100; i++) {
				template(context).send(this.name, i);
			}
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Batches.class).consumed).hasSize(100);
		}
	}

	@Test
	void theMarksOfTransactionsAreNoRecords() {
		try (ConfigurableApplicationContext context = run(Chain.class,
				"spring.kafka.producer.transaction-id-prefix=" + this.name,
				"spring.kafka.consumer.isolation-level=read_committed")) {
			records(context).send(this.name + ".first", 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Chain.class).consumed).containsExactly("1");
			records(context).on(this.name + ".third").await();
		}
	}

	@Test
	void aPausedListenerIsNamed() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			flows(context).awaitQuiet(LONG);
			MessageListenerContainer first = container(context, "first");
			first.pause();
			records(context).send(this.name + ".first", 1);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessage("The application is not quiet after 300ms.\n\n"
						+ "Cause:    a listener that has records to consume is paused\n" + "Evidence: group <"
						+ this.name + ".first> on " + this.name
						+ ".first-0: committed nothing, end 1, lag 1, listener <first> is paused\n"
						+ "Remedy:   resume the listener, or stop it: a stopped one is not waited for\n");
			first.resume();
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Chain.class).consumed).containsExactly("1");
		}
	}

	@Test
	void aStoppedListenerIsNotWaitedForAndNamed() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			records(context).send(this.name + ".first", 1);
			flows(context).awaitQuiet(LONG);
			container(context, "second").stop();
			records(context).send(this.name + ".first", 2);
			flows(context).awaitQuiet(LONG);
			container(context, "first").pause();
			records(context).send(this.name + ".first", 3);
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessageContaining("-0: committed 2, end 3, lag 1, listener <first> is paused\n"
						+ "Not waited for, no listener of the group runs:\n" + "          group <" + this.name
						+ ".second> on " + this.name
						+ ".second-0: committed 1, end 2, lag 1, listener <second> is stopped\n" + "Remedy:   ");
			assertThat(context.getBean(Chain.class).consumed).containsExactly("1");
		}
	}

	@Test
	void ourOwnReadersDoNotCount() {
		try (ConfigurableApplicationContext context = run(Chain.class)) {
			context.getBean(TestConsumers.class).consumer("ours", this.name + ".first");
			records(context).send(this.name + ".first", 1);
			flows(context).awaitQuiet(LONG);
			assertThat(context.getBean(Chain.class).consumed).containsExactly("1");
		}
	}

	@Test
	void aTimeoutHasToBePositive() {
		try (ConfigurableApplicationContext context = run(Batches.class)) {
			assertThatIllegalArgumentException().isThrownBy(() -> flows(context).awaitQuiet(Duration.ZERO))
				.withMessage("A timeout has to be positive, not <PT0S>");
		}
	}

	private ConfigurableApplicationContext run(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).properties(properties)
			.properties("name=" + this.name, "kafka.test.codegen-topics=false",
					"spring.kafka.consumer.auto-offset-reset=earliest")
			.run();
	}

	private static FlowTracker flows(ConfigurableApplicationContext context) {
		return context.getBean(FlowTracker.class);
	}

	private static TestRecords records(ConfigurableApplicationContext context) {
		return context.getBean(TestRecords.class);
	}

	@SuppressWarnings("unchecked")
	private static KafkaTemplate<String, Object> template(ConfigurableApplicationContext context) {
		return context.getBean("kafkaTestTemplate", KafkaTemplate.class);
	}

	private static MessageListenerContainer container(ConfigurableApplicationContext context, String id) {
		MessageListenerContainer container = context.getBean(KafkaListenerEndpointRegistry.class)
			.getListenerContainer(id);
		assertThat(container).isNotNull();
		return container;
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Chain {

		private final Queue<String> consumed = new ConcurrentLinkedQueue<>();

		private final KafkaTemplate<String, String> template;

		Chain(KafkaTemplate<String, String> template) {
			this.template = template;
			template.setAllowNonTransactional(true);
		}

		@KafkaListener(id = "first", topics = "${name}.first", groupId = "${name}.first")
		void first(String value, @Header(KafkaHeaders.RECEIVED_TOPIC) String topic) {
			this.template.send(topic.replace("first", "second"), value);
		}

		@KafkaListener(id = "second", topics = "${name}.second", groupId = "${name}.second")
		void second(String value, @Header(KafkaHeaders.RECEIVED_TOPIC) String topic) {
			this.consumed.add(value);
			this.template.send(topic.replace("second", "third"), value);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Held {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch hold = new CountDownLatch(1);

		private final Queue<String> consumed = new ConcurrentLinkedQueue<>();

		@KafkaListener(id = "held", topics = "${name}", groupId = "${name}")
		void on(String value) throws InterruptedException {
			this.entered.countDown();
			this.hold.await();
			this.consumed.add(value);
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Retrying {

		private final Queue<String> attempts = new ConcurrentLinkedQueue<>();

		@RetryableTopic(attempts = "3", backOff = @BackOff(delay = 500))
		@KafkaListener(topics = "${name}", groupId = "${name}")
		void on(String value) {
			this.attempts.add(value);
			if (this.attempts.size() < 3) {
				throw new IllegalStateException("not yet");
			}
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Failing {

		private final Queue<String> attempts = new ConcurrentLinkedQueue<>();

		@Bean
		DefaultErrorHandler errorHandler(@Value("${attempts}") long attempts) {
			return new DefaultErrorHandler(new FixedBackOff(20, attempts));
		}

		@KafkaListener(topics = "${name}", groupId = "${name}")
		void on(String value) {
			this.attempts.add(value);
			throw new IllegalStateException("never");
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Silent {

		@KafkaListener(topics = "${name}", groupId = "${name}")
		void on(String value, Acknowledgment acknowledgment) {
		}

	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Batches {

		private final Queue<String> consumed = new ConcurrentLinkedQueue<>();

		@KafkaListener(topics = "${name}", groupId = "${name}", batch = "true")
		void on(List<String> values) {
			this.consumed.addAll(values);
		}

	}

}
