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

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.broker.TestBroker;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.boot.test.autoconfigure.json.JsonTest;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where an annotation excludes the auto-configuration, it stays out.
 */
class ExcludedAutoConfigurationTests {

	private static final String NAME = "io.omninode.kafka.test.autoconfigure.KafkaTestAutoConfiguration";

	abstract static class NothingOfOurs {

		@Test
		void nothingOfOursIsThere(@Autowired ApplicationContext context) {
			assertThat(context.getBeanNamesForType(KafkaAutoConfiguration.class)).isNotEmpty();
			assertThat(context.getBeanNamesForType(TestBroker.class)).isEmpty();
			assertThat(context.getBeanNamesForType(TestCluster.class)).isEmpty();
		}

	}

	@Nested
	@SpringBootTest(classes = ByClass.class)
	class ByTheClassOfTheApplication extends NothingOfOurs {

	}

	@Nested
	@SpringBootTest(classes = ByName.class)
	class ByNameAtTheApplication extends NothingOfOurs {

	}

	@Nested
	@SpringBootTest(classes = Importing.class)
	class ByAnImportedConfiguration extends NothingOfOurs {

	}

	@Nested
	@SpringBootTest(classes = Plain.class)
	@EnableAutoConfiguration(exclude = KafkaTestAutoConfiguration.class)
	class ByTheTestClassItself extends NothingOfOurs {

	}

	@Nested
	@SpringBootTest(classes = Plain.class)
	@ImportAutoConfiguration(classes = KafkaAutoConfiguration.class, exclude = KafkaTestAutoConfiguration.class)
	class ByAnImportOfTheTestClass extends NothingOfOurs {

	}

	@Nested
	@JsonTest(excludeAutoConfiguration = KafkaTestAutoConfiguration.class)
	@ContextConfiguration(classes = Plain.class)
	@ImportAutoConfiguration(KafkaAutoConfiguration.class)
	class ByASlice extends NothingOfOurs {

	}

	@SpringBootApplication(scanBasePackages = "none", exclude = KafkaTestAutoConfiguration.class)
	static class ByClass {

	}

	@SpringBootApplication(scanBasePackages = "none", excludeName = NAME)
	static class ByName {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Imported.class)
	static class Importing {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(exclude = KafkaTestAutoConfiguration.class)
	static class Imported {

	}

	@Configuration(proxyBeanMethods = false)
	static class Plain {

	}

}
