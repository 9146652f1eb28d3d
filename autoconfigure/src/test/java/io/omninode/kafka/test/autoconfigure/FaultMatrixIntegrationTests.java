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

import io.omninode.kafka.test.broker.BrokerNode;
import io.omninode.kafka.test.broker.TestBroker;
import io.omninode.kafka.test.fixture.OnOneJdk;
import io.omninode.kafka.test.junit.KafkaTest;
import io.omninode.kafka.test.reply.PendingReply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/**
 * Waits on a broker that ends: none of them hangs, and each says why there is nothing to
 * wait for any more. The broker is not shared with other tests; what a test leaves ended
 * is started after it.
 */
@SpringBootTest(classes = EchoApplication.class,
		properties = { FaultMatrix.REPLY_TIMEOUT, "kafka.test.embedded.properties.num.partitions=2",
				"logging.level.org.apache.kafka=OFF", "logging.level.org.springframework.kafka=OFF" })
@KafkaTest
@OnOneJdk
class FaultMatrixIntegrationTests {

	@Autowired
	private ApplicationContext context;

	@Autowired
	private TestBroker broker;

	private FaultMatrix matrix;

	private String refused;

	@BeforeEach
	void prepare() {
		this.matrix = new FaultMatrix(this.context);
		this.refused = this.broker.bootstrapServers() + "> refused the connection";
	}

	private BrokerNode node() {
		return this.broker.nodes().get(0);
	}

	@Test
	void killedBeforeTheFirstSend() throws Exception {
		this.matrix.forgetProducers();
		node().kill();
		this.matrix.assertEachWaitEnds(this.refused);
	}

	@Test
	void killedDuringTheFirstSend() throws Exception {
		this.matrix.forgetProducers();
		PendingReply pending = this.matrix.send();
		node().kill();
		this.matrix.assertEachWaitEnds(this.refused, () -> pending);
		this.matrix.assertClosesSoon();
	}

	@Test
	void killedAfterTheFirstSend() throws Exception {
		node().kill();
		this.matrix.assertEachWaitEnds(this.refused);
	}

	@Test
	void killedDuringALoad() throws Exception {
		this.matrix.assertLoadEnds(this.refused, () -> node().kill());
	}

	@Test
	void stopped() throws Exception {
		node().stop();
		this.matrix.assertEachWaitEnds(this.refused);
	}

}
