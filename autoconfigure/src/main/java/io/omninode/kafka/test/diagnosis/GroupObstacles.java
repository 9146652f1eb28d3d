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

package io.omninode.kafka.test.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.omninode.kafka.test.application.Obstacles;
import io.omninode.kafka.test.listener.Origins;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * {@link Obstacles} as a wait for the consumption of the record would find them.
 *
 * @param sources what can be asked
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record GroupObstacles(Sources sources) implements Obstacles {

	private static final Set<Cause> FAILURES = Set.of(Cause.LISTENER_THREW, Cause.LISTENER_GAVE_UP,
			Cause.UNREADABLE_LOOPING, Cause.UNREADABLE_SKIPPED, Cause.REJECTED);

	@Override
	public List<Obstacle> of(String group, Origins.Place next) {
		ConsumptionLook look = Consumption.now(next, group, this.sources).last();
		return new ConsumptionFindings(look, -1, Map.of(), List.of(), List.of()).all()
			.stream()
			.filter((finding) -> FAILURES.contains(finding.cause()))
			.map((finding) -> new Obstacle("at " + next + ": " + finding.text(), finding.remedy()))
			.toList();
	}

}
