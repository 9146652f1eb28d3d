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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.Map;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A producer that closes quickly if the cluster is gone. Kafka's producer waits for its
 * thread, whatever the timeout, and that thread may wait for a broker.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class PromptlyClosingProducer<K, V> extends KafkaProducer<K, V> {

	private static final Logger logger = LoggerFactory.getLogger(PromptlyClosingProducer.class);

	private static final Duration GRACE = Duration.ofSeconds(30);

	private final ClusterWatch watch;

	PromptlyClosingProducer(Map<String, Object> configuration, @Nullable Serializer<K> keys,
			@Nullable Serializer<V> values, ClusterWatch watch) {
		super(configuration, keys, values);
		this.watch = watch;
	}

	/**
	 * Close the producer, and give up records that cannot be delivered because the
	 * cluster is gone.
	 */
	@Override
	public void close(Duration timeout) {
		try {
			this.watch.run("The producer cannot be closed", Patience.atTheEnd(timeout.plus(GRACE)),
					() -> super.close(timeout));
		}
		catch (NoAnswerException ex) {
			logger.debug("A producer was left to end by itself", ex);
		}
	}

}
