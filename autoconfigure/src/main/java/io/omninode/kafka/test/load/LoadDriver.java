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

package io.omninode.kafka.test.load;

import java.util.function.Consumer;

import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.TopicNames;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Puts the service under load, and measures how it answers.
 *
 * <pre class="code">
 * &#064;SpringBootTest
 * &#064;KafkaLoadTest
 * class ValidationLoadTests {
 *
 * 	&#064;Autowired
 * 	LoadDriver load;
 *
 * 	&#064;Test
 * 	void keepsUp() {
 * 		LoadReport report = this.load.run(LoadPlan.sustained("validation", 200, Duration.ofSeconds(10))
 * 			.event((number) -&gt; Map.of("payload", Map.of("code", "x = " + number))));
 * 		assertThat(report).lostNone().failedNone().p99Below(Duration.ofMillis(200));
 * 	}
 *
 * }
 * </pre>
 *
 * Safe for use by several threads; loads that run at the same time slow each other down.
 *
 * @since 0.1.0
 */
public interface LoadDriver {

	/**
	 * Carry out a plan, and return when every request has got its reply, failed or timed
	 * out, and no further reply has arrived for a quarter of a second. If replies are
	 * missing, wait for late ones for one more timeout, but at most two seconds.
	 * <p>
	 * An interrupt of the calling thread stops the load at once. The report covers the
	 * load until then, and {@link LoadReport#interrupted()} returns {@code true}. The
	 * thread is still interrupted when this method returns.
	 * @param plan the plan
	 * @return what was measured
	 * @throws IllegalArgumentException if the plan names an unknown exchange, has no
	 * event for an exchange, or an event cannot be written
	 * @throws IllegalStateException if a factory of the plan fails, or the listeners of
	 * the application do not become ready
	 */
	LoadReport run(LoadPlan plan);

	/**
	 * Create an instance.
	 * @param names the exchanges
	 * @param tap reads the replies
	 * @param clients creates the producer
	 * @param correlation reads and writes ids
	 * @param settings further settings
	 * @return the driver
	 */
	@API(status = Status.INTERNAL)
	static LoadDriver of(TopicNames names, Tap tap, TestClients clients, CorrelationStrategy correlation,
			Settings settings) {
		return new DefaultLoadDriver(names, tap, clients, correlation, settings);
	}

	/**
	 * Settings of a {@link LoadDriver}.
	 *
	 * @param waits the default of the maximum time to wait for a reply, and access to the
	 * application
	 * @param reports gets each report; its exceptions are logged
	 * @param writer turns events into bytes
	 */
	@API(status = Status.INTERNAL)
	record Settings(WaitSettings waits, Consumer<? super LoadReport> reports, RecordWriter writer) {

	}

}
