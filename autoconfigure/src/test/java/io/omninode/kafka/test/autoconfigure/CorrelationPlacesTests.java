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

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.omninode.kafka.test.autoconfigure.KafkaTestProperties.Correlation;
import io.omninode.kafka.test.autoconfigure.KafkaTestProperties.Correlation.Place;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class CorrelationPlacesTests {

	private static final String[] ALL = { "spring-header=true", "key=true" };

	@Test
	void fieldAndHeaderAreTheDefault() {
		assertThat(places().inOrder()).containsExactly(Place.FIELD, Place.HEADER);
	}

	@Test
	void anEmptyNameSwitchesAPlaceOff() {
		assertThat(places("field=").inOrder()).containsExactly(Place.HEADER);
		assertThat(places("header= ").inOrder()).containsExactly(Place.FIELD);
	}

	@Test
	void theOthersComeAfterThemWhenSwitchedOn() {
		assertThat(places(ALL).inOrder()).containsExactly(Place.FIELD, Place.HEADER, Place.SPRING_HEADER, Place.KEY);
		assertThat(places("key=true", "field=").inOrder()).containsExactly(Place.HEADER, Place.KEY);
	}

	@Test
	void theOrderNamesThoseThatComeFirst() {
		assertThat(places("spring-header=true", "key=true", "order=key, spring-header").inOrder())
			.containsExactly(Place.KEY, Place.SPRING_HEADER, Place.FIELD, Place.HEADER);
	}

	@Test
	void theOrderSwitchesNothingOn() {
		assertThat(places("order=key,header").inOrder()).containsExactly(Place.HEADER, Place.FIELD);
	}

	@Test
	void theStrategyReadsInThisOrder() {
		assertThat(read(places().strategy())).isEqualTo("field");
		assertThat(read(places("order=header").strategy())).isEqualTo("header");
		assertThat(read(places("spring-header=true", "order=spring-header").strategy())).isEqualTo("spring");
		assertThat(read(places("key=true", "order=key").strategy())).isEqualTo("key");
		assertThat(read(places("field=/nested/id").strategy())).isEqualTo("nested");
	}

	private static String read(CorrelationStrategy strategy) {
		RecordHeaders headers = new RecordHeaders();
		headers.add("correlation_id", "header".getBytes()).add("kafka_correlationId", "spring".getBytes());
		return strategy.read(headers, "key".getBytes(),
				"{\"correlation_id\":\"field\",\"nested\":{\"id\":\"nested\"}}".getBytes());
	}

	private static CorrelationPlaces places(String... properties) {
		Map<String, String> map = Arrays.stream(properties)
			.map((property) -> property.split("=", 2))
			.collect(Collectors.toMap((pair) -> "c." + pair[0], (pair) -> pair[1]));
		Binder binder = new Binder(new MapConfigurationPropertySource(map));
		return new CorrelationPlaces(binder.bindOrCreate("c", Correlation.class));
	}

}
