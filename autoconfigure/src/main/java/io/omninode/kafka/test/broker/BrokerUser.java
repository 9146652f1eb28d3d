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

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A user of a shared broker, such as an application context.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public interface BrokerUser {

	/**
	 * Return whether both users would consume each other's records if they shared a
	 * broker now.
	 * @param other another user
	 * @return whether each needs a broker of its own
	 */
	boolean contendsWith(BrokerUser other);

	/**
	 * Return whether the user currently works with the broker.
	 * @return whether it is active
	 */
	boolean isActive();

}
