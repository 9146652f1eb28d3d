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
import java.util.IdentityHashMap;
import java.util.Set;

import org.springframework.kafka.event.KafkaEvent;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * The running listener containers that have told of themselves by an event. One that has
 * stopped is forgotten: its owner may have forgotten it too.
 * <p>
 * Safe for use by several threads.
 */
class SeenContainers {

	private final Set<MessageListenerContainer> containers = Collections
		.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

	void note(KafkaEvent event) {
		MessageListenerContainer container = event.getContainer(MessageListenerContainer.class);
		if (container.isRunning()) {
			this.containers.add(container);
		}
		else {
			this.containers.remove(container);
		}
	}

	/**
	 * Return a copy.
	 */
	Collection<MessageListenerContainer> all() {
		synchronized (this.containers) {
			return new ArrayList<>(this.containers);
		}
	}

}
