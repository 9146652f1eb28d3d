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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.omninode.kafka.test.application.ApplicationClients;
import io.omninode.kafka.test.application.ApplicationReadiness;
import io.omninode.kafka.test.application.ApplicationUnderTest;
import io.omninode.kafka.test.application.ConsumerGroups;
import io.omninode.kafka.test.application.QuietPoint;
import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TopicEnds;
import io.omninode.kafka.test.listener.ListenerContainers;
import io.omninode.kafka.test.listener.ListenerOutcomes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsResult;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link FlowTracker#awaitQuiet(Duration)} where the quiet does not come.
 */
class NoQuietPointIntegrationTests extends AbstractQuietPointIntegrationTests {

	private static final Duration SHORT = Duration.ofMillis(300);

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
			QuietPoint quietPoint = QuietPoint.of(context.getBeanFactory(), context.getBean(ListenerContainers.class),
					context.getBean(ApplicationClients.class),
					new ApplicationUnderTest(context.getBean(ApplicationReadiness.class),
							new ConsumerGroups(() -> interrupted, "-"), context.getBean(ListenerOutcomes.class)),
					context.getBean(TopicEnds.class), context.getBean(TestClients.class), (group, next) -> List.of());
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> quietPoint.await(SHORT))
				.withMessageContaining("group <" + this.name + "> on " + this.name + "-0: committed nothing, end 1");
			assertThat(sent).isTrue();
			context.getBean(Held.class).hold.countDown();
		}
	}

	@Test
	void aPartitionThatNoListenerKnowsOfYetIsNotOverlooked() throws Exception {
		try (ConfigurableApplicationContext context = run(Batches.class,
				"spring.kafka.consumer.properties.metadata.max.age.ms=300000")) {
			records(context).send(this.name, 1);
			flows(context).awaitQuiet(LONG);
			context.getBean("kafkaTestAdmin", Admin.class)
				.createPartitions(Map.of(this.name, NewPartitions.increaseTo(2)))
				.all()
				.get();
			template(context).send(this.name, 1, "key", 2).get();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessageContaining("Evidence: group <" + this.name + "> on " + this.name
						+ "-1: committed nothing, end 1, lag 1, listener ");
		}
	}

	@Test
	void aTopicThatAPatternDoesNotKnowOfYetIsNotOverlooked() throws Exception {
		try (ConfigurableApplicationContext context = run(Patterned.class,
				"spring.kafka.consumer.properties.metadata.max.age.ms=300000")) {
			flows(context).awaitQuiet(LONG);
			template(context).send(this.name + ".later", 1).get();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessageContaining("Evidence: group <" + this.name + "> on " + this.name
						+ ".later-0: committed nothing, end 1, lag 1, listener ");
		}
	}

	@Test
	void whenAListenerFailsForeverTheReasonIsTold() throws InterruptedException {
		try (ConfigurableApplicationContext context = run(Failing.class, "attempts=" + Long.MAX_VALUE)) {
			records(context).send(this.name, 1);
			assertThat(context.getBean(Failing.class).again.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
			assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
				.withMessageStartingWith("The application is not quiet after 300ms.\n\nCause:    at " + this.name
						+ "-0@0: listener <failing> of group <" + this.name + "> failed in ")
				.withMessageContaining(" attempts, the last time with <java.lang.IllegalStateException: never>; it ")
				.withMessageContaining("\nEvidence: group <" + this.name + "> on " + this.name
						+ "-0: committed nothing, end 1, lag 1, listener <failing> is running\nRemedy:   ");
		}
	}

	@Test
	void whenAListenerDoesNotGetPastARecordThatItCannotReadTheReasonIsTold() {
		try (ConfigurableApplicationContext context = run(Typed.class,
				"logging.level.org.apache.kafka.clients.consumer.internals.CompletedFetch=off")) {
			records(context).send(this.name, "unreadable".getBytes(StandardCharsets.UTF_8));
			records(context).send(this.name, List.of("good"));
			assertThatExceptionOfType(AssertionError.class)
				.isThrownBy(() -> flows(context).awaitQuiet(Duration.ofSeconds(5)))
				.withMessageStartingWith("The application is not quiet after 5s.\n\nCause:    at " + this.name
						+ "-0@0: listener <typed> of group <" + this.name + "> cannot read it: <")
				.withMessageContaining("Evidence: group <" + this.name + "> on " + this.name
						+ "-0: committed nothing, end 2, lag 2, listener <typed> is running\n")
				.withMessageContaining("give the listener an ErrorHandlingDeserializer");
		}
	}

	@Test
	void whenAListenerDoesNotAcknowledgeTheApplicationIsNotQuiet() {
		try (ConfigurableApplicationContext context = run(Silent.class, "spring.kafka.listener.ack-mode=manual")) {
			assertARecordKeepsItFromBeingQuiet(context);
		}
	}

	private void assertARecordKeepsItFromBeingQuiet(ConfigurableApplicationContext context) {
		records(context).send(this.name, 1);
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> flows(context).awaitQuiet(SHORT))
			.withMessageContaining("group <" + this.name + "> on " + this.name + "-0: committed nothing, end 1, lag 1");
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
						+ "          not waited for, no listener of the group runs: group <" + this.name
						+ ".second> on " + this.name
						+ ".second-0: committed 1, end 2, lag 1, listener <second> is stopped\n" + "Remedy:   ");
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

}
