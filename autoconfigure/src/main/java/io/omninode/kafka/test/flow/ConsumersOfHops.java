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

package io.omninode.kafka.test.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The groups that have consumed each of some hops, for reports: a cluster that does not
 * answer, because it is gone perhaps, must not hide what is known.
 *
 * @param groups the groups by hop
 * @param known whether the cluster answered
 */
record ConsumersOfHops(Map<Hop, Set<String>> groups, boolean known) {

	static ConsumersOfHops of(List<Hop> hops) {
		Map<Hop, Set<String>> groups = new HashMap<>();
		try {
			hops.forEach((hop) -> groups.put(hop, hop.consumedBy()));
			return new ConsumersOfHops(groups, true);
		}
		catch (RuntimeException ex) {
			return new ConsumersOfHops(Map.of(), false);
		}
	}

	Set<String> of(Hop hop) {
		return this.groups.getOrDefault(hop, Set.of());
	}

	String text(Hop hop) {
		if (!this.known) {
			return "?";
		}
		return of(hop).isEmpty() ? "-" : String.join(", ", of(hop));
	}

}
