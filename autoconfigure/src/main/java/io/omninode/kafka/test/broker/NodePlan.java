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

package io.omninode.kafka.test.broker;

import java.util.ArrayList;
import java.util.List;

/**
 * The roles of a node of the embedded cluster. A single broker is its own controller;
 * several brokers share a separate one, which keeps running when they are stopped.
 *
 * @param id the number of the node
 * @param broker whether it is a broker
 * @param controller whether it is the controller
 */
record NodePlan(int id, boolean broker, boolean controller) {

	static final String BROKER_LISTENER = "BROKER";

	static final String CONTROLLER_LISTENER = "CONTROLLER";

	private static final int CONTROLLER_ID = 3000;

	/**
	 * Plan a cluster, the controller first.
	 */
	static List<NodePlan> cluster(int brokers) {
		if (brokers == 1) {
			return List.of(new NodePlan(1, true, true));
		}
		List<NodePlan> plans = new ArrayList<>();
		plans.add(new NodePlan(CONTROLLER_ID, false, true));
		for (int id = 1; id <= brokers; id++) {
			plans.add(new NodePlan(id, true, false));
		}
		return plans;
	}

	List<String> listeners() {
		if (this.broker && this.controller) {
			return List.of(BROKER_LISTENER, CONTROLLER_LISTENER);
		}
		return List.of(this.broker ? BROKER_LISTENER : CONTROLLER_LISTENER);
	}

	String roles() {
		if (this.broker && this.controller) {
			return "broker,controller";
		}
		return this.broker ? "broker" : "controller";
	}

}
