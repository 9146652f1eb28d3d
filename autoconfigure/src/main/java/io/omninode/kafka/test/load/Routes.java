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

package io.omninode.kafka.test.load;

import java.util.List;

/**
 * Spreads requests over routes by weight, always in the same order and as evenly as
 * possible. For use by the sending thread only.
 */
final class Routes {

	private final List<Route> all;

	private final int[] credits;

	private final int sum;

	Routes(List<Route> all) {
		this.all = List.copyOf(all);
		this.credits = new int[all.size()];
		this.sum = all.stream().mapToInt((route) -> route.target().weight()).sum();
	}

	/**
	 * Return the index of the next route.
	 */
	int next() {
		int best = 0;
		for (int i = 0; i < this.credits.length; i++) {
			this.credits[i] += this.all.get(i).target().weight();
			best = (this.credits[i] > this.credits[best]) ? i : best;
		}
		this.credits[best] -= this.sum;
		return best;
	}

}
