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

package io.omninode.kafka.test.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.omninode.kafka.test.client.TestClients;
import io.omninode.kafka.test.client.TestStart;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.report.LoadReport;
import io.omninode.kafka.test.tap.CatchUp;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.ExchangeTopics;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link LoadDriver} that uses the {@link Tap}, and a producer for each load.
 */
class DefaultLoadDriver implements LoadDriver {

	private static final Logger logger = LoggerFactory.getLogger(LoadDriver.class);

	private final TopicNames names;

	private final Tap tap;

	private final TestClients clients;

	private final CorrelationStrategy correlation;

	private final Settings settings;

	DefaultLoadDriver(TopicNames names, Tap tap, TestClients clients, CorrelationStrategy correlation,
			Settings settings) {
		this.names = names;
		this.tap = tap;
		this.clients = clients;
		this.correlation = correlation;
		this.settings = settings;
	}

	@Override
	public LoadReport run(LoadPlan plan) {
		List<Route> routes = plan.targets().stream().map(this::route).toList();
		Set<String> replyTopics = routes.stream()
			.flatMap((route) -> route.topics().answers())
			.collect(Collectors.toSet());
		this.clients.watch()
			.run("Load <" + Excerpt.of(plan.name()) + "> cannot begin", Patience.of(timeout(plan)),
					() -> this.tap.watch(replyTopics, TestStart.at(Instant.now())));
		RateThreshold threshold = plan.threshold();
		LoadReport report = (threshold != null) ? new RateSearch(plan, threshold, (each) -> execute(each, routes)).run()
				: execute(plan, routes);
		LoadReport explained = report.interrupted() ? report
				: new LostRequests(routes, this.settings.waits().sources(this.tap)).explain(report);
		publish(explained);
		return explained;
	}

	private Route route(Target target) {
		ExchangeTopics topics = this.names.exchange(target.exchange());
		if (target.event() == null) {
			throw new IllegalArgumentException("The plan has no event for exchange <" + target.exchange()
					+ ">: say what to send with event((number) -> …)");
		}
		return new Route(target, topics);
	}

	private static List<String> requestTopics(List<Route> routes) {
		return routes.stream().map((route) -> route.topics().request()).distinct().toList();
	}

	private LoadReport execute(LoadPlan plan, List<Route> routes) {
		LoadRequests requests = new LoadRequests(routes, this.settings.writer(), this.correlation, new RequestIds());
		Producer<byte[], byte[]> producer = this.clients
			.producer(LoadProducer.properties(this.clients.settings().producer()));
		try {
			this.clients.watch()
				.run("Load <" + Excerpt.of(plan.name()) + "> cannot begin", Patience.of(timeout(plan)),
						() -> prepare(requestTopics(routes), producer));
			return new LoadRun(plan, requests, producer, timeout(plan))
				.execute(new CatchUp(this.tap, this.clients.watch()));
		}
		finally {
			producer.close(Duration.ZERO);
		}
	}

	/**
	 * Prepare topics. A missing topic is created by the first request for its metadata.
	 */
	private void prepare(List<String> topics, Producer<byte[], byte[]> producer) {
		topics.forEach(producer::partitionsFor);
		this.settings.waits().application().readiness().await(topics);
	}

	private Duration timeout(LoadPlan plan) {
		Duration timeout = plan.options().timeout();
		return (timeout != null) ? timeout : this.settings.waits().timeout();
	}

	private void publish(LoadReport report) {
		boolean interrupted = Thread.interrupted() || report.interrupted();
		try {
			this.settings.reports().accept(report);
		}
		catch (RuntimeException ex) {
			logger.warn("The report of load <{}> cannot be kept: {}", report.name(), ex.getMessage(), ex);
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

}
