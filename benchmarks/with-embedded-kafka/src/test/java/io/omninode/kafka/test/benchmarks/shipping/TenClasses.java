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

package io.omninode.kafka.test.benchmarks.shipping;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.kafka.test.context.EmbeddedKafka;

/**
 * Ten test classes with three contexts, which take turns.
 */
final class TenClasses {

	private TenClasses() {
	}

	@SpringBootTest(properties = "spring.application.name=shipping-1")
	@EmbeddedKafka
	static class First extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-2")
	@EmbeddedKafka
	static class Second extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-3")
	@EmbeddedKafka
	static class Third extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-1")
	@EmbeddedKafka
	static class Fourth extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-2")
	@EmbeddedKafka
	static class Fifth extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-3")
	@EmbeddedKafka
	static class Sixth extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-1")
	@EmbeddedKafka
	static class Seventh extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-2")
	@EmbeddedKafka
	static class Eighth extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-3")
	@EmbeddedKafka
	static class Ninth extends RoundTrips {

	}

	@SpringBootTest(properties = "spring.application.name=shipping-1")
	@EmbeddedKafka
	static class Tenth extends RoundTrips {

	}

}
