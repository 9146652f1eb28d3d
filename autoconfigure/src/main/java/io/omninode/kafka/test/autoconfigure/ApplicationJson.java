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

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omninode.kafka.test.json.Jackson2Format;
import io.omninode.kafka.test.json.JsonFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.util.ClassUtils;

/**
 * The JSON format of the application: that of its only Jackson 3 mapper or, if there is
 * none, of its Jackson 2 mapper.
 *
 * @param mapper the mapper of Jackson 3, if there is one
 * @param beanFactory may contain a mapper of Jackson 2
 */
record ApplicationJson(ObjectProvider<JsonMapper> mapper, ListableBeanFactory beanFactory) {

	private static final boolean HAS_JACKSON_2 = ClassUtils.isPresent("com.fasterxml.jackson.databind.ObjectMapper",
			ApplicationJson.class.getClassLoader());

	JsonFormat format() {
		JsonMapper known = this.mapper.getIfUnique();
		if (known != null) {
			return JsonFormat.of(known);
		}
		JsonFormat older = HAS_JACKSON_2 ? OfJackson2.find(this.beanFactory) : null;
		return (older != null) ? older : JsonFormat.standard();
	}

	/**
	 * A class of its own, because Jackson 2 may be missing.
	 */
	private static final class OfJackson2 {

		static @Nullable JsonFormat find(ListableBeanFactory beanFactory) {
			ObjectMapper mapper = beanFactory.getBeanProvider(ObjectMapper.class).getIfUnique();
			return (mapper != null) ? new Jackson2Format(mapper) : null;
		}

	}

}
