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

package io.omninode.kafka.test.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test only if its Kafka answers.
 * <p>
 * <b>When is that decided?</b> Before the application context is loaded, from the
 * properties that the test will see: profiles, {@code @TestPropertySource}, properties in
 * annotations, environment variables.
 * <p>
 * <b>What if it does not answer?</b> The test is skipped, with a reason that names the
 * address and the kind of failure. With {@code kafka.test.when-unavailable=fail} it fails
 * instead.
 * <p>
 * <b>What about the embedded broker?</b> It is always available, and so is a broker that
 * the test provides itself, for example with {@code @ServiceConnection} or
 * {@code @EmbeddedKafka}.
 * <p>
 * <b>What about a test method?</b> Spring loads the context of a test before it evaluates
 * a condition on a method. To avoid that, annotate the class.
 *
 * @since 0.1.0
 */
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(KafkaAvailableCondition.class)
public @interface EnabledIfKafkaAvailable {

}
