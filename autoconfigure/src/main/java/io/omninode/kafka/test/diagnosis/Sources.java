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

import io.omninode.kafka.test.application.ApplicationUnderTest;
import io.omninode.kafka.test.client.TestScope;
import io.omninode.kafka.test.connectivity.ClusterWatch;
import io.omninode.kafka.test.serialization.RecordReader;
import io.omninode.kafka.test.tap.Tap;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What can be asked when something did not happen.
 *
 * @param tap finds records
 * @param scope knows where the test began
 * @param application what is seen of the application
 * @param reader reads records as listeners do
 * @param watch ends what waits for a cluster that is gone
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record Sources(Tap tap, TestScope scope, ApplicationUnderTest application, RecordReader reader,
		ClusterWatch watch) {

}
