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

package io.omninode.kafka.test.listener;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.retrytopic.DestinationTopic;
import org.springframework.kafka.retrytopic.DestinationTopicContainer;

/**
 * Which topics Spring Kafka retries over, for {@code @RetryableTopic} and what is
 * configured like it.
 *
 * @param beanFactory holds what Spring Kafka knows of them
 */
record RetryChains(ListableBeanFactory beanFactory) {

	/**
	 * Return what a topic is for a listener.
	 */
	Link link(MessageListenerContainer container, String topic) {
		DestinationTopic destination = find(chain(container), topic);
		if (destination == null) {
			return Link.NONE;
		}
		if (destination.isDltTopic()) {
			return Link.DEAD_LETTER;
		}
		return destination.isMainTopic() ? Link.MAIN : Link.RETRY;
	}

	/**
	 * Return the id of the listener whose retries a container does, or its own.
	 */
	static String chain(MessageListenerContainer container) {
		String main = null;
		try {
			main = container.getMainListenerId();
		}
		catch (UnsupportedOperationException ex) {
			// a kind of container that has no retry topics
		}
		return String.valueOf((main != null) ? main : container.getListenerId());
	}

	private @Nullable DestinationTopic find(String mainListenerId, String topic) {
		for (String name : this.beanFactory.getBeanNamesForType(DestinationTopicContainer.class, false, false)) {
			try {
				return this.beanFactory.getBean(name, DestinationTopicContainer.class)
					.getDestinationTopicByName(mainListenerId, topic);
			}
			catch (IllegalArgumentException | NullPointerException ex) {
				continue;
			}
		}
		return null;
	}

	/**
	 * What a topic is in a chain.
	 */
	enum Link {

		NONE, MAIN, RETRY, DEAD_LETTER

	}

}
