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

import io.omninode.kafka.test.client.TestScope;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationListener;
import org.springframework.test.context.event.AfterTestClassEvent;
import org.springframework.test.context.event.AfterTestMethodEvent;
import org.springframework.test.context.event.BeforeTestClassEvent;
import org.springframework.test.context.event.BeforeTestMethodEvent;
import org.springframework.test.context.event.PrepareTestInstanceEvent;
import org.springframework.test.context.event.TestContextEvent;

/**
 * Tells the {@link TestScope} when tests begin and end, based on the events of Spring's
 * test framework. The event for the beginning of a class is only published if its context
 * already exists, but that for its first instance always is.
 *
 * @param scope the scope
 */
record TestScopeListener(TestScope scope) implements ApplicationListener<TestContextEvent>, DisposableBean {

	@Override
	public void onApplicationEvent(TestContextEvent event) {
		Class<?> testClass = event.getTestContext().getTestClass();
		if (event instanceof BeforeTestClassEvent || event instanceof PrepareTestInstanceEvent) {
			this.scope.beginClass(testClass);
		}
		else if (event instanceof BeforeTestMethodEvent) {
			this.scope.begin();
		}
		else if (event instanceof AfterTestMethodEvent) {
			this.scope.end();
		}
		else if (event instanceof AfterTestClassEvent) {
			this.scope.endClass(testClass);
		}
	}

	@Override
	public void destroy() {
		this.scope.close();
	}

}
