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

package io.omninode.kafka.test.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The main class of the JVM of the tests. It runs test classes as Surefire does, through
 * JUnit's launcher, writes its marks to a file, and exits.
 *
 * @since 0.1.0
 */
public final class Probe implements TestExecutionListener {

	/**
	 * Stands between what the tests and what the exit of the JVM print.
	 */
	static final String EXIT_LINE = "-- the tests are over --";

	private final List<Mark> marks = new ArrayList<>();

	private @Nullable Throwable failure;

	private Probe() {
	}

	/**
	 * Run tests.
	 * @param args the file for the marks, and the names of the test classes
	 * @throws IOException if the marks cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Probe probe = new Probe();
		probe.run(Arrays.stream(args).skip(1).toList());
		if (probe.failure != null) {
			probe.failure.printStackTrace();
			System.exit(1);
		}
		System.out.println(EXIT_LINE);
		probe.marks.add(Mark.now(Mark.Point.EXIT));
		Files.write(Path.of(args[0]), probe.marks.stream().map(Mark::toString).toList());
		System.exit(0);
	}

	private void run(List<String> classes) {
		LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
			.selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
			.build();
		LauncherFactory.create().execute(request, this);
	}

	@Override
	public void executionStarted(TestIdentifier identifier) {
		if (identifier.getSource().filter(ClassSource.class::isInstance).isPresent()) {
			this.marks.add(Mark.now(Mark.Point.CLASS_STARTED));
		}
	}

	@Override
	public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
		this.marks.add(Mark.now(Mark.Point.REACHED));
	}

	@Override
	public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
		result.getThrowable().ifPresent((throwable) -> this.failure = throwable);
	}

}
