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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of running test classes in a launcher of their own. Classes and methods go by
 * their simple names.
 */
final class CaseRun implements TestExecutionListener {

	private final List<String> succeeded = Collections.synchronizedList(new ArrayList<>());

	private final Map<String, String> skipped = Collections.synchronizedMap(new LinkedHashMap<>());

	private final Map<String, Throwable> failed = Collections.synchronizedMap(new LinkedHashMap<>());

	private CaseRun() {
	}

	static CaseRun of(Class<?>... classes) {
		LauncherConfig config = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(Arrays.stream(classes).map(DiscoverySelectors::selectClass).toList())
			.build();
		Launcher launcher = LauncherFactory.create(config);
		CaseRun run = new CaseRun();
		launcher.execute(request, run);
		return run;
	}

	@Override
	public void executionSkipped(TestIdentifier identifier, String reason) {
		this.skipped.put(name(identifier), reason);
	}

	@Override
	public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
		if (identifier.getSource().isEmpty()) {
			return;
		}
		String name = name(identifier);
		result.getThrowable().ifPresent((throwable) -> this.failed.put(name, throwable));
		if (identifier.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
			this.succeeded.add(name);
		}
	}

	private static String name(TestIdentifier identifier) {
		TestSource source = identifier.getSource().orElseThrow();
		return (source instanceof MethodSource method) ? method.getMethodName()
				: ((ClassSource) source).getJavaClass().getSimpleName();
	}

	/**
	 * Return the tests that succeeded.
	 */
	List<String> succeeded() {
		return this.succeeded;
	}

	/**
	 * Return the classes and tests that were skipped, with the reasons.
	 */
	Map<String, String> skipped() {
		return this.skipped;
	}

	/**
	 * Return the classes and tests that failed, with the causes.
	 */
	Map<String, Throwable> failed() {
		return this.failed;
	}

}
