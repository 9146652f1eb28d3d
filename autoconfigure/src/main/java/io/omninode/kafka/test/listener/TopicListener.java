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

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.core.ConsumerFactory;

/**
 * A listener that reads a topic.
 *
 * @param group the id of its group, {@code null} if it has none
 * @param consumers makes its consumers, {@code null} where that is not known
 * @param overrides the configuration that this listener has on top of its factory's
 * @param handling what becomes of what they have read
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record TopicListener(@Nullable String group, @Nullable ConsumerFactory<?, ?> consumers,
		Map<String, Object> overrides, Handling handling) {

	static TopicListener of(ListenerContainer container) {
		ListenerMethod method = container.method();
		return new TopicListener(container.group(), container.consumerFactory(), container.overrides(),
				new Handling(method.payload(), method.choices(), method.converter(), container.asksAgain()));
	}

	/**
	 * What becomes of what consumers have read.
	 *
	 * @param payload the type to which the listener's method wants values to be
	 * converted, {@code null} where it does not say
	 * @param choices the types between which the methods of a listener that is a class
	 * choose, none where the listener is a method
	 * @param converter what converts them, {@code null} where nothing does
	 * @param asksAgain whether a consumer that cannot deserialize a record asks for it
	 * again and again
	 */
	public record Handling(@Nullable Type payload, List<Class<?>> choices, @Nullable Object converter,
			boolean asksAgain) {

	}

}
