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

package io.omninode.kafka.test.client;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.admin.ForwardingAdmin;

/**
 * An admin client that closes within a limit. Without a limit, Kafka's client waits until
 * all pending requests have failed.
 */
final class PromptlyClosingAdmin extends ForwardingAdmin {

	private final Duration limit;

	PromptlyClosingAdmin(Map<String, Object> configuration, Duration limit) {
		super(configuration);
		this.limit = limit;
	}

	@Override
	public void close(Duration timeout) {
		super.close((timeout.compareTo(this.limit) < 0) ? timeout : this.limit);
	}

}
