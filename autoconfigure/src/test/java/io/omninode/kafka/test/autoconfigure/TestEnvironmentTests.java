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

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.test.context.BootstrapUtils;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class TestEnvironmentTests {

	@Test
	void theConfigurationFilesOfTheApplicationAreRead() {
		assertThat(environmentOf(Plain.class).getProperty("spring.kafka.security.protocol")).isEqualTo("SASL_SSL");
	}

	@Test
	void whatTheTestSetsWins() {
		assertThat(environmentOf(Overriding.class).getProperty("spring.kafka.security.protocol"))
			.isEqualTo("PLAINTEXT");
	}

	private static ConfigurableEnvironment environmentOf(Class<?> testClass) {
		MergedContextConfiguration configuration = BootstrapUtils.resolveTestContextBootstrapper(testClass)
			.buildMergedContextConfiguration();
		return TestEnvironment.of(configuration);
	}

	@SpringBootTest(classes = EchoApplication.class)
	static class Plain {

	}

	@SpringBootTest(classes = EchoApplication.class)
	@TestPropertySource(properties = "spring.kafka.security.protocol=PLAINTEXT")
	static class Overriding {

	}

}
