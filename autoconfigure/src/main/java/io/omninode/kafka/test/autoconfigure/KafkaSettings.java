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

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.Environment;

/**
 * The settings with which the application connects. If it has more than one bean for
 * them, or none, as without Boot's auto-configuration of Kafka, an object is used that is
 * not a bean, because another candidate could keep the application from starting.
 *
 * @param properties its properties
 * @param details the cluster in use
 */
record KafkaSettings(KafkaProperties properties, KafkaConnectionDetails details) {

	static KafkaProperties bind(Environment environment) {
		return Binder.get(environment).bindOrCreate("spring.kafka", KafkaProperties.class);
	}

}
