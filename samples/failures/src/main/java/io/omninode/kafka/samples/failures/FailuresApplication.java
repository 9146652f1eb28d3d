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

package io.omninode.kafka.samples.failures;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/**
 * Services that share nothing but the application: each has topics and groups of its own.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class FailuresApplication {

	public static void main(String[] args) {
		SpringApplication.run(FailuresApplication.class, args);
	}

	/**
	 * A listener that does not start with the context does not start with it again,
	 * either.
	 */
	@Bean
	static SmartInitializingSingleton restart(KafkaListenerEndpointRegistry listeners) {
		return () -> listeners.setAlwaysStartAfterRefresh(false);
	}

}
