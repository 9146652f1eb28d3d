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

package io.omninode.kafka.test.application;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import org.apache.kafka.clients.producer.Producer;

import org.springframework.kafka.core.ProducerFactory;

/**
 * The producers that factories have created and not closed yet. A copy of a factory keeps
 * the listeners of the original.
 * <p>
 * Safe for use by several threads.
 */
class SeenProducers {

	private final Set<Producer<?, ?>> producers = Collections
		.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

	<K, V> void watch(ProducerFactory<K, V> factory) {
		if (factory.getListeners().stream().noneMatch(Watch.class::isInstance)) {
			factory.addListener(new Watch<>(this.producers));
		}
	}

	/**
	 * Return a copy.
	 */
	Collection<Producer<?, ?>> all() {
		synchronized (this.producers) {
			return new ArrayList<>(this.producers);
		}
	}

	/**
	 * Notes which producers exist.
	 *
	 * @param <K> the type of the keys
	 * @param <V> the type of the values
	 * @param producers the existing producers
	 */
	private record Watch<K, V>(Set<Producer<?, ?>> producers) implements ProducerFactory.Listener<K, V> {

		@Override
		public void producerAdded(String id, Producer<K, V> producer) {
			this.producers.add(producer);
		}

		@Override
		public void producerRemoved(String id, Producer<K, V> producer) {
			this.producers.remove(producer);
		}

	}

}
