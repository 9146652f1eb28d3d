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

import java.util.stream.Stream;

import io.omninode.kafka.test.report.RecentLoadReports;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Publishes the key figures of the loads of a test as entries of its JUnit report. If
 * tests run in parallel on one context, the first one to end gets them.
 */
class LoadReportEntries implements AfterTestExecutionCallback {

	@Override
	public void afterTestExecution(ExtensionContext context) {
		if (isSpringTest(context)) {
			ApplicationContext application = SpringExtension.getApplicationContext(context);
			application.getBeanProvider(RecentLoadReports.class)
				.ifUnique((reports) -> reports.drain().forEach(context::publishReportEntry));
		}
	}

	/**
	 * Return whether a test is a Spring test. Any other test has no context, and asking
	 * for it would create one.
	 */
	private static boolean isSpringTest(ExtensionContext context) {
		return Stream.concat(Stream.of(context.getRequiredTestClass()), context.getEnclosingTestClasses().stream())
			.flatMap((type) -> AnnotationSupport.findRepeatableAnnotations(type, ExtendWith.class).stream())
			.flatMap((extensions) -> Stream.of(extensions.value()))
			.anyMatch(SpringExtension.class::isAssignableFrom);
	}

}
