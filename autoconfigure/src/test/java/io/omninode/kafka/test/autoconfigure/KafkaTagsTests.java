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

import java.util.List;

import io.omninode.kafka.test.junit.KafkaLoadTest;
import io.omninode.kafka.test.junit.KafkaTags;
import io.omninode.kafka.test.junit.KafkaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.assertj.core.api.Assertions.assertThat;

class KafkaTagsTests {

	@ParameterizedTest
	@ValueSource(strings = { "kafka", "integration" })
	void bothAnnotationsCarryTheTagsOfATestWithKafka(String tag) {
		assertThat(select(TagFilter.includeTags(tag))).containsExactlyInAnyOrder("ofClass()", "ofMethod()",
				"loadsInMethod()", "loads()");
	}

	@ParameterizedTest
	@ValueSource(strings = { "load", "slow" })
	void onlyALoadTestCarriesTheTagsOfOne(String tag) {
		assertThat(select(TagFilter.includeTags(tag))).containsExactlyInAnyOrder("loadsInMethod()", "loads()");
	}

	@Test
	void whenTestsWithKafkaAreExcludedOnlyTheOthersAreSelected() {
		assertThat(select(TagFilter.excludeTags("kafka"))).containsExactly("ofNeither()");
	}

	@Test
	void theConstantsAreTheTags() {
		assertThat(List.of(KafkaTags.KAFKA, KafkaTags.INTEGRATION, KafkaTags.LOAD, KafkaTags.SLOW))
			.containsExactly("kafka", "integration", "load", "slow");
	}

	private static List<String> select(PostDiscoveryFilter filter) {
		TestPlan plan = LauncherFactory.create()
			.discover(LauncherDiscoveryRequestBuilder.request()
				.selectors(DiscoverySelectors.selectClasses(OnClass.class, OnMethods.class, LoadOnClass.class))
				.filters(filter)
				.build());
		return plan.getRoots()
			.stream()
			.flatMap((root) -> plan.getDescendants(root).stream())
			.filter(TestIdentifier::isTest)
			.map(TestIdentifier::getDisplayName)
			.toList();
	}

	@KafkaTest
	static class OnClass {

		@Test
		void ofClass() {
		}

	}

	static class OnMethods {

		@Test
		@KafkaTest
		void ofMethod() {
		}

		@Test
		@KafkaLoadTest
		void loadsInMethod() {
		}

		@Test
		void ofNeither() {
		}

	}

	@KafkaLoadTest
	static class LoadOnClass {

		@Test
		void loads() {
		}

	}

}
