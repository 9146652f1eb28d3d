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

package io.omninode.kafka.test.autoconfigure.cluster;

import java.util.List;

import io.omninode.kafka.test.broker.BrokerMode;
import io.omninode.kafka.test.broker.BrokerSpecification;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the cluster of a context, from the properties of the starter.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public interface ClusterSettings {

	/**
	 * Return where the broker has to come from, or {@code null} if this is detected.
	 * @return where the broker has to come from, or {@code null} if this is detected
	 */
	@Nullable BrokerMode mode();

	/**
	 * Return the addresses of an external cluster.
	 * @return the addresses; empty if none are configured
	 */
	List<String> servers();

	/**
	 * Return the security protocol of an external cluster, or {@code null} to keep that
	 * of the application.
	 * @return the security protocol, or {@code null} to keep that of the application
	 */
	@Nullable SecurityProtocol securityProtocol();

	/**
	 * Return the address of the schema registry, or {@code null} if none is configured.
	 * @return the address, or {@code null} if none is configured
	 */
	@Nullable String schemaRegistry();

	/**
	 * Return what happens to a bean that would connect to another cluster.
	 * @return what happens to a bean that would connect to another cluster
	 */
	ForeignBeans foreignBeans();

	/**
	 * Return the specification of the embedded cluster.
	 * @return the specification
	 */
	BrokerSpecification embedded();

	/**
	 * Return whether the embedded cluster is the context's own.
	 * @return whether the embedded cluster is the context's own
	 */
	boolean isIsolated();

	/**
	 * Check that the embedded cluster can hold the declared topics.
	 */
	void checkEmbedded();

	/**
	 * What happens to a bean that would connect to another cluster.
	 */
	enum ForeignBeans {

		/**
		 * The bean is redirected to the cluster of the tests.
		 */
		REDIRECTED,

		/**
		 * The context does not start.
		 */
		REFUSED,

		/**
		 * It stays as it is.
		 */
		ALLOWED

	}

}
