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

package io.omninode.kafka.test.application;

import java.util.List;

import io.omninode.kafka.test.listener.Origins;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Knows what keeps groups from records.
 *
 * @since 0.1.0
 */
@FunctionalInterface
@API(status = Status.INTERNAL)
public interface Obstacles {

	/**
	 * Return why a group does not get past a record: its listener fails to process it, or
	 * cannot read it.
	 * @param group the id of the group
	 * @param next the record that it would consume next
	 * @return the reasons; empty if none are known
	 */
	List<Obstacle> of(String group, Origins.Place next);

	/**
	 * An obstacle that keeps a group from a record.
	 *
	 * @param text the description
	 * @param remedy what to do about it
	 */
	record Obstacle(String text, String remedy) {

	}

}
