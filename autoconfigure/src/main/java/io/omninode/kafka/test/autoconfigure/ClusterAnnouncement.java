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

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.omninode.kafka.test.autoconfigure.cluster.TestCluster;
import io.omninode.kafka.test.autoconfigure.environment.IgnoredCluster;
import io.omninode.kafka.test.autoconfigure.environment.PropertyValue;
import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.TestBroker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in one line which broker the tests of a context use, and why.
 *
 * @param cluster the cluster
 */
record ClusterAnnouncement(TestCluster cluster) {

	private static final Logger logger = LoggerFactory.getLogger(KafkaTestAutoConfiguration.class);

	private static final int MAX_OTHERS = 10;

	void announce(TestBroker broker) {
		if (logger.isInfoEnabled()) {
			logger.info("{}", text(broker));
		}
	}

	String text(TestBroker broker) {
		String text = "Tests use the " + broker.mode().name().toLowerCase(Locale.ROOT) + " Kafka broker at "
				+ broker.bootstrapServers() + protocol(broker) + ": " + this.cluster.choice().reason()
				+ (this.cluster.isIsolated()
						? ", and kafka.test.embedded.isolated=true gives this context one of its own" : "")
				+ (this.cluster.isApart() ? ", and another context that runs at the same time reads in the same "
						+ "group, as far as is known, so this one has a broker of its own" : "");
		IgnoredCluster setAside = this.cluster.named().ignored();
		if (setAside != null && !setAside.servers().equals(broker.bootstrapServers())) {
			text += ". Not used: " + setAside.description() + "; kafka.test.bootstrap-servers=" + setAside.servers()
					+ " would use it";
		}
		return text + others(broker.bootstrapServers());
	}

	/**
	 * Return the other properties that name a cluster or a registry and are not used.
	 */
	private String others(String servers) {
		List<String> others = this.cluster.named()
			.others()
			.stream()
			.filter((property) -> !property.value().equals(servers))
			.map(PropertyValue::toString)
			.toList();
		if (others.isEmpty()) {
			return "";
		}
		String rest = (others.size() > MAX_OTHERS) ? " … and " + (others.size() - MAX_OTHERS) + " more" : "";
		return others.stream().limit(MAX_OTHERS).collect(Collectors.joining(", ", ". Not used either: ", rest));
	}

	private String protocol(TestBroker broker) {
		boolean secured = broker.mode() == BrokerMode.EMBEDDED && this.cluster.isSecured();
		return secured ? " (" + this.cluster.securityProtocol() + ")" : "";
	}

}
