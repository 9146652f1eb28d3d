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

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.omninode.kafka.test.autoconfigure.KafkaTestProperties.Correlation.Place;
import io.omninode.kafka.test.correlation.CorrelationStrategy;

import org.springframework.util.StringUtils;

/**
 * The places of correlation ids according to the properties.
 *
 * @param settings the properties
 */
record CorrelationPlaces(KafkaTestProperties.Correlation settings) {

	CorrelationStrategy strategy() {
		return inOrder().stream()
			.map(this::strategy)
			.reduce(CorrelationStrategy::or)
			.orElseThrow(() -> new IllegalStateException("No place for a correlation id is switched on"));
	}

	/**
	 * Return the enabled places in the order in which they are read.
	 */
	List<Place> inOrder() {
		Set<Place> places = new LinkedHashSet<>(this.settings.order());
		places.addAll(EnumSet.allOf(Place.class));
		return places.stream().filter(this::isOn).toList();
	}

	private boolean isOn(Place place) {
		return switch (place) {
			case FIELD -> StringUtils.hasText(this.settings.field());
			case HEADER -> StringUtils.hasText(this.settings.header());
			case SPRING_HEADER -> this.settings.springHeader();
			case KEY -> this.settings.key();
		};
	}

	private CorrelationStrategy strategy(Place place) {
		return switch (place) {
			case FIELD -> CorrelationStrategy.field(this.settings.field());
			case HEADER -> CorrelationStrategy.header(this.settings.header());
			case SPRING_HEADER -> CorrelationStrategy.springHeader();
			case KEY -> CorrelationStrategy.key();
		};
	}

}
