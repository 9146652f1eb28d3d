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

package io.omninode.kafka.integration.platform;

import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

/**
 * Names its cluster in an argument that its main method adds, or in connection details of
 * its own.
 */
@SpringBootApplication
public class PlatformApplication {

	private static final String PRODUCTION = "production.invalid:9092";

	/**
	 * Run the application.
	 * @param args the command line
	 */
	public static void main(String[] args) {
		SpringApplication.run(PlatformApplication.class,
				StringUtils.addStringToArray(args, "--spring.kafka.bootstrap-servers=" + PRODUCTION));
	}

	@Bean
	@ConditionalOnBooleanProperty("platform.details")
	KafkaConnectionDetails platformKafka() {
		return () -> List.of(PRODUCTION);
	}

}
