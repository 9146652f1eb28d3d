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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.KafkaStorageException;
import org.jspecify.annotations.Nullable;

/**
 * Explains why the embedded broker did not start, and what to do about it. Known causes
 * are named; for any other failure the explanation refers to the cause of the exception.
 *
 * @param properties the broker properties that the user set
 * @param directory the parent of the temporary directories
 */
record StartFailure(Map<String, String> properties, Path directory) {

	BrokerStartException explain(Throwable failure) {
		return explain("The embedded Kafka broker did not start", failure);
	}

	/**
	 * Explain a failure.
	 * @param what what did not happen, a sentence without its full stop
	 * @param failure the cause
	 */
	BrokerStartException explain(String what, Throwable failure) {
		Chain chain = Chain.of(failure);
		KafkaArtifacts artifacts = KafkaArtifacts.find(getClass().getClassLoader());
		if (chain.has(LinkageError.class, ClassNotFoundException.class, ClassCastException.class) && !artifacts.fit()) {
			return skewed(what, failure, artifacts);
		}
		return new BrokerStartException(what + ": " + chain, remedy(chain, artifacts), failure);
	}

	private static BrokerStartException skewed(String what, Throwable failure, KafkaArtifacts artifacts) {
		return new BrokerStartException(
				what + ", because the artifacts of org.apache.kafka on the class path do not " + "fit together: "
						+ artifacts.misfits() + ", as most others have. It failed with: " + failure,
				remedyOfSkew(artifacts), failure);
	}

	private static String remedyOfSkew(KafkaArtifacts artifacts) {
		String odd = String.join(", ", artifacts.odd());
		String notManaged = artifacts.versionOfNotManaged();
		if (!artifacts.missing().isEmpty()) {
			return "Add what is missing in test scope. kafka-test-spring-boot-starter brings it: "
					+ "look for an exclusion in the build.";
		}
		if (notManaged != null) {
			return "Set the property kafka.version to <" + notManaged
					+ ">: the dependency management of Spring Boot has " + "another version there, and none for " + odd
					+ ".";
		}
		return "Remove the version that the build gives to " + odd + ", or give one version to all of "
				+ "org.apache.kafka: with the dependency management of Spring Boot that is the property kafka.version.";
	}

	private String remedy(Chain chain, KafkaArtifacts artifacts) {
		if (chain.has(InterruptedException.class)) {
			return "The thread that waited for it was interrupted, as a timeout of the test does.";
		}
		if (chain.mentions("No enum constant") && isLocaleOfOtherCase()) {
			return "Kafka cannot read its own names with the default locale <" + Locale.getDefault()
					+ ">, which has another upper case of <i>. Run the tests with -Duser.language=en.";
		}
		String ofMachine = remedyOfMachine(chain);
		if (ofMachine != null) {
			return ofMachine;
		}
		List<String> properties = suspects(chain);
		if (!properties.isEmpty()) {
			return "Correct or remove " + String.join(", ", properties) + ".";
		}
		return chain.has(LinkageError.class) ? remedyOfLinkage(artifacts) : unknown();
	}

	private static boolean isLocaleOfOtherCase() {
		return !"i".toUpperCase(Locale.getDefault()).equals("I");
	}

	private @Nullable String remedyOfMachine(Chain chain) {
		if (chain.has(OutOfMemoryError.class)) {
			return chain.mentions("thread") ? "Raise the limit on threads of this machine (ulimit -u)."
					: "Give the JVM of the tests more memory (-Xmx).";
		}
		if (chain.has(BindException.class)) {
			return "Check that nothing else took the address while the broker was stopped, or before it started.";
		}
		if (chain.mentions("Too many open files")) {
			return "Raise the limit on open files of this machine (ulimit -n).";
		}
		if (chain.has(IOException.class, UncheckedIOException.class, KafkaStorageException.class)) {
			return "Check the free space in <" + this.directory + ">, and the limit on the size of files "
					+ "(ulimit -f), or set -Djava.io.tmpdir to another directory.";
		}
		return null;
	}

	/**
	 * Return the properties of the user that the failure mentions, by their name or by
	 * the class name that is their value. If the failure is about the configuration in
	 * general, return all of them.
	 */
	private List<String> suspects(Chain chain) {
		Map<String, String> set = this.properties;
		List<String> named = set.keySet().stream().filter((name) -> chain.mentions(name)).toList();
		List<String> byClass = set.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().contains(".") && chain.mentions(entry.getValue()))
			.map(Map.Entry::getKey)
			.toList();
		List<String> suspects = new ArrayList<>(named.isEmpty() ? byClass : named);
		if (suspects.isEmpty() && chain.has(ConfigException.class)) {
			suspects.addAll(set.keySet());
		}
		return suspects.stream().sorted().map((name) -> "kafka.test.embedded.properties." + name).toList();
	}

	private static String remedyOfLinkage(KafkaArtifacts artifacts) {
		return "The class path lacks a class that Kafka <" + Optional.ofNullable(artifacts.mainVersion()).orElse("?")
				+ "> needs, or has another version of it: look for an exclusion, and for a version that the build "
				+ "sets against the dependency management of Spring Boot.";
	}

	private String unknown() {
		String suspects = this.properties.keySet()
			.stream()
			.sorted()
			.map((name) -> "kafka.test.embedded.properties." + name)
			.collect(Collectors.joining(", "));
		return "The cause is not known: its stack trace says where it happened."
				+ (suspects.isEmpty() ? "" : " See also whether it is gone without " + suspects + ".");
	}

	/**
	 * A failure and its causes.
	 *
	 * @param failures the failure first
	 */
	private record Chain(List<Throwable> failures) {

		private static final int MAX_DEPTH = 20;

		static Chain of(Throwable failure) {
			List<Throwable> failures = new ArrayList<>();
			for (Throwable each = failure; each != null && failures.size() < MAX_DEPTH; each = each.getCause()) {
				failures.add(each);
			}
			return new Chain(failures);
		}

		boolean has(Class<?>... types) {
			return this.failures.stream()
				.anyMatch((failure) -> List.of(types).stream().anyMatch((type) -> type.isInstance(failure)));
		}

		boolean mentions(String text) {
			return this.failures.stream().anyMatch((failure) -> String.valueOf(failure.getMessage()).contains(text));
		}

		/**
		 * Return the failure and, unless its message already contains it, its cause.
		 */
		@Override
		public String toString() {
			Throwable first = this.failures.get(0);
			Throwable root = this.failures.get(this.failures.size() - 1);
			return (first == root || isTold(first.toString(), root.getMessage())) ? first.toString()
					: first + ", caused by " + root;
		}

		/**
		 * Return whether a text contains another one. The name of a missing class is
		 * written with dots or slashes.
		 */
		private static boolean isTold(String text, @Nullable String told) {
			return told != null && (text.contains(told) || text.replace('/', '.').contains(told));
		}

	}

}
