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

import java.net.URL;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The artifacts of {@code org.apache.kafka} on the class path that an embedded broker
 * consists of. Their versions are taken from the file names, because Kafka's manifests
 * have none. A file with another name has an unknown version, and is ignored when
 * versions are compared.
 *
 * @param versions the version of each artifact that is present, empty if it is not known
 * @param missing the artifacts that are missing
 */
record KafkaArtifacts(Map<String, String> versions, List<String> missing) {

	/**
	 * One class of each artifact, present in all versions that Spring Boot 4 manages.
	 */
	static final Map<String, String> CLASSES = Map.ofEntries(
			Map.entry("kafka-clients", "org.apache.kafka.clients.admin.Admin"),
			Map.entry("kafka-coordinator-common", "org.apache.kafka.coordinator.common.runtime.CoordinatorRuntime"),
			Map.entry("kafka-group-coordinator", "org.apache.kafka.coordinator.group.GroupCoordinatorService"),
			Map.entry("kafka-group-coordinator-api",
					"org.apache.kafka.coordinator.group.api.assignor.ConsumerGroupPartitionAssignor"),
			Map.entry("kafka-metadata", "org.apache.kafka.metadata.storage.Formatter"),
			Map.entry("kafka-raft", "org.apache.kafka.raft.QuorumConfig"),
			Map.entry("kafka-server", "org.apache.kafka.server.ServerSocketFactory"),
			Map.entry("kafka-server-common", "org.apache.kafka.server.common.MetadataVersion"),
			Map.entry("kafka-share-coordinator", "org.apache.kafka.coordinator.share.ShareCoordinatorConfig"),
			Map.entry("kafka-storage", "org.apache.kafka.storage.internals.log.LogConfig"),
			Map.entry("kafka-storage-api", "org.apache.kafka.server.log.remote.storage.RemoteStorageManager"),
			Map.entry("kafka-transaction-coordinator", "org.apache.kafka.coordinator.transaction.TransactionLogConfig"),
			Map.entry("kafka_2.13", "kafka.server.BrokerServer"));

	/**
	 * The artifacts that the dependency management of Spring Boot does not cover: a build
	 * that sets another version of Kafka still gets them in the version of the starter.
	 */
	private static final Set<String> NOT_MANAGED = Set.of("kafka-coordinator-common", "kafka-group-coordinator",
			"kafka-group-coordinator-api", "kafka-share-coordinator", "kafka-transaction-coordinator");

	/**
	 * Find the artifacts, without loading any of their classes.
	 */
	static KafkaArtifacts find(ClassLoader loader) {
		Map<String, String> versions = new LinkedHashMap<>();
		List<String> missing = new ArrayList<>();
		CLASSES.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach((entry) -> {
			URL place = loader.getResource(entry.getValue().replace('.', '/') + ".class");
			if (place != null) {
				versions.put(entry.getKey(), version(entry.getKey(), place.toString()));
			}
			else {
				missing.add(entry.getKey());
			}
		});
		return new KafkaArtifacts(versions, missing);
	}

	private static String version(String artifact, String place) {
		Matcher matcher = Pattern.compile("/" + Pattern.quote(artifact) + "-(\\d[^/!]*)\\.jar!").matcher(place);
		return matcher.find() ? matcher.group(1) : "";
	}

	/**
	 * Return the version that most artifacts have, or {@code null} if none is known.
	 */
	@Nullable String mainVersion() {
		Map<String, Long> counts = this.versions.values()
			.stream()
			.filter((version) -> !version.isEmpty())
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		return counts.entrySet()
			.stream()
			.max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
			.map(Map.Entry::getKey)
			.orElse(null);
	}

	/**
	 * Return the artifacts whose version differs from that of most.
	 */
	List<String> odd() {
		String main = mainVersion();
		return this.versions.entrySet()
			.stream()
			.filter((entry) -> !entry.getValue().isEmpty() && !entry.getValue().equals(main))
			.map(Map.Entry::getKey)
			.toList();
	}

	/**
	 * Return the version of the artifacts that the build does not manage, if only those
	 * differ, or {@code null}.
	 */
	@Nullable String versionOfNotManaged() {
		List<String> odd = odd();
		Set<String> versions = odd.stream().map(this.versions::get).collect(Collectors.toSet());
		return (versions.size() == 1 && NOT_MANAGED.containsAll(odd)) ? versions.iterator().next() : null;
	}

	boolean fit() {
		return this.missing.isEmpty() && odd().isEmpty();
	}

	/**
	 * Return the actual and the required version of each artifact that does not fit.
	 */
	String misfits() {
		String main = Objects.requireNonNullElse(mainVersion(), "unknown");
		List<String> misfits = new ArrayList<>();
		odd().forEach((artifact) -> misfits
			.add(artifact + " has version <" + this.versions.get(artifact) + "> and needs <" + main + ">"));
		this.missing
			.forEach((artifact) -> misfits.add(artifact + " is missing and is needed in version <" + main + ">"));
		misfits.sort(Comparator.naturalOrder());
		return String.join(", ", misfits);
	}

}
