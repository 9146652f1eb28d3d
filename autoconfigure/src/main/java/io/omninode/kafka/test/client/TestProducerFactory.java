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
import java.util.function.Supplier;

import io.omninode.kafka.test.connectivity.ClusterWatch;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.DefaultKafkaProducerFactory;

/**
 * A factory whose producers close quickly, even if the cluster is gone.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
final class TestProducerFactory<K, V> extends DefaultKafkaProducerFactory<K, V> {

	private final ClusterWatch watch;

	TestProducerFactory(Map<String, Object> properties, ClusterWatch watch, Duration closeTimeout) {
		super(properties);
		this.watch = watch;
		setPhysicalCloseTimeout(Math.toIntExact(closeTimeout.toSeconds()));
	}

	@Override
	protected Producer<K, V> createRawProducer(Map<String, Object> configuration) {
		return new PromptlyClosingProducer<>(configuration, get(getKeySerializerSupplier()),
				get(getValueSerializerSupplier()), this.watch);
	}

	private static <T> @Nullable Serializer<T> get(@Nullable Supplier<@Nullable Serializer<T>> supplier) {
		return (supplier != null) ? supplier.get() : null;
	}

}
