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

package io.omninode.kafka.test.reply;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.record.RecordSender;
import io.omninode.kafka.test.record.UnsentRecordException;
import io.omninode.kafka.test.record.WaitSettings;
import io.omninode.kafka.test.serialization.RecordWriter;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.tap.TappedRecord;
import io.omninode.kafka.test.topic.ExchangeTopics;
import io.omninode.kafka.test.topic.MissingTopicException;
import io.omninode.kafka.test.topic.TopicNames;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.SendResult;

/**
 * {@link ReplyAwaiter} on the {@link Tap}. It runs from the beginning, because it is
 * created when it is needed, which may be after the start of its context; when that
 * stops, this is among the first to stop, so that nobody waits for replies while the rest
 * does.
 */
final class DefaultReplyAwaiter implements ReplyAwaiter, SmartLifecycle, DisposableBean {

	private static final int THREADS = 4;

	private final TopicNames names;

	private final Tap tap;

	private final RecordSender sender;

	private final CorrelationStrategy correlation;

	private final WaitSettings settings;

	private final Set<String> requestTopics = ConcurrentHashMap.newKeySet();

	private final Set<String> replyTopics = ConcurrentHashMap.newKeySet();

	private final Set<String> errorTopics = ConcurrentHashMap.newKeySet();

	private final ThreadPoolExecutor completions = completions();

	private final ReplySlots waits = new ReplySlots();

	private volatile boolean running = true;

	DefaultReplyAwaiter(TopicNames names, Tap tap, RecordSender sender, CorrelationStrategy correlation,
			WaitSettings settings) {
		this.names = names;
		this.tap = tap;
		this.sender = sender;
		this.correlation = correlation;
		this.settings = settings;
		names.exchanges().forEach(this::exchange);
		tap.subscribe(this::accept);
	}

	/**
	 * Return the threads on which futures are completed. They are there while there is
	 * something to do.
	 */
	private static ThreadPoolExecutor completions() {
		ThreadPoolExecutor executor = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.SECONDS,
				new LinkedBlockingQueue<>(), DefaultReplyAwaiter::newThread, new ThreadPoolExecutor.DiscardPolicy());
		executor.allowCoreThreadTimeOut(true);
		return executor;
	}

	private static Thread newThread(Runnable task) {
		Thread thread = new Thread(task, "kafka-test-replies");
		thread.setDaemon(true);
		return thread;
	}

	@Override
	public Exchange exchange(String name) {
		return newExchange(this.names.exchange(name));
	}

	@Override
	public Exchange between(String requestTopic, String replyTopic) {
		return between(requestTopic, List.of(replyTopic));
	}

	@Override
	public Exchange between(String requestTopic, Collection<String> replyTopics) {
		List<String> resolved = replyTopics.stream().map(this::resolve).distinct().toList();
		if (resolved.isEmpty()) {
			throw new IllegalArgumentException("An exchange needs a reply topic: there is none for the requests on <"
					+ Excerpt.of(requestTopic) + ">");
		}
		return newExchange(new ExchangeTopics(resolve(requestTopic), resolved, null));
	}

	DefaultExchange newExchange(ExchangeTopics topics) {
		this.requestTopics.add(topics.request());
		this.replyTopics.addAll(topics.replies());
		if (topics.error() != null) {
			this.errorTopics.add(topics.error());
		}
		return new DefaultExchange(topics, this, writer(null));
	}

	String resolve(String keyOrName) {
		return this.names.resolve(keyOrName);
	}

	/**
	 * Return what turns events into requests, written as a template of the application
	 * does, or as the application does where none is chosen.
	 */
	RequestWriter writer(@Nullable KafkaOperations<?, ?> template) {
		RecordWriter writer = this.sender.writer();
		return new RequestWriter((template != null) ? writer.via(template) : writer, this.correlation);
	}

	PendingReply send(RequestWriter.Request request, String requestTopic, ReplyTopics topics) {
		requireRunning();
		prepare(requestTopic, topics);
		ReplySlot wait = slot(request.correlationId(), topics);
		wait.sending();
		register(wait);
		send(request.record(), wait);
		return pending(wait);
	}

	private void prepare(String requestTopic, ReplyTopics topics) {
		try {
			this.settings.watch()
				.run("The request for <" + Excerpt.of(requestTopic) + "> was not sent",
						Patience.of(this.settings.timeout()), () -> {
							this.sender.introduce(requestTopic);
							this.settings.application().readiness().await(requestTopic);
							watch(topics);
						});
		}
		catch (NoAnswerException | MissingTopicException ex) {
			throw UnsentRecordException.of("request", requestTopic, ex);
		}
	}

	private ReplySlot slot(String correlationId, ReplyTopics topics) {
		return new ReplySlot(correlationId, topics, this.settings, this.names, this.completions);
	}

	private void watch(ReplyTopics topics) {
		this.tap.watch(topics.all(), this.settings.scope().beginning());
	}

	private void send(ProducerRecord<byte[], byte[]> request, ReplySlot wait) {
		try {
			this.settings.watch()
				.call("the request was not sent", Patience.ofWait(this.settings.timeout()),
						() -> this.sender.operations().send(request))
				.whenComplete((result, ex) -> acknowledge(wait, result, ex));
		}
		catch (NoAnswerException ex) {
			wait.failed(new IllegalStateException("the request was not sent", ex));
		}
		catch (RuntimeException ex) {
			acknowledge(wait, null, ex);
		}
	}

	private static void acknowledge(ReplySlot wait, @Nullable SendResult<?, ?> result, @Nullable Throwable ex) {
		if (result != null) {
			wait.sent(result.getRecordMetadata());
		}
		else {
			Throwable cause = (ex != null && ex.getCause() != null) ? ex.getCause() : ex;
			String reason = (cause != null) ? RecordSender.reason(cause) : "the reason is not known";
			wait.failed(new IllegalStateException("the request was not sent, " + reason, cause));
		}
	}

	@Override
	public PendingReply pending(@Nullable String correlationId) {
		if (correlationId == null || correlationId.isBlank()) {
			throw new IllegalArgumentException(
					"A correlation id is needed to wait for a reply, not <" + Excerpt.of(correlationId) + ">");
		}
		requireRunning();
		ReplyTopics topics = ReplyTopics.anyOf(sorted(this.replyTopics), sorted(this.errorTopics));
		if (topics.replies().isEmpty()) {
			throw new IllegalStateException("No reply topic is known: declare kafka.test.topics.<name>-request and "
					+ "<name>-response, or call between(requestTopic, replyTopic) first");
		}
		this.settings.watch()
			.run("Topics " + Excerpt.of(topics.all()) + " cannot be read", Patience.of(this.settings.timeout()),
					() -> watch(topics));
		ReplySlot wait = slot(correlationId, topics);
		register(wait);
		this.tap.seen(correlationId).stream().filter(this::isAnswer).forEach(wait::offer);
		return pending(wait);
	}

	private static List<String> sorted(Set<String> topics) {
		return topics.stream().sorted().toList();
	}

	private boolean isAnswer(TappedRecord tapped) {
		return isKnown(tapped.record().topic()) && isOfThisTest(tapped);
	}

	private boolean isKnown(String topic) {
		return this.replyTopics.contains(topic) || this.errorTopics.contains(topic);
	}

	private boolean isOfThisTest(TappedRecord tapped) {
		return tapped.isSince(this.settings.scope().beginning());
	}

	private PendingReply pending(ReplySlot wait) {
		return new DefaultPendingReply(wait, (reply) -> true, this.tap,
				new Strays(this.tap, this.settings.scope(), this.requestTopics));
	}

	private void register(ReplySlot wait) {
		this.waits.add(wait);
		this.settings.scope().add(() -> end(wait, EndedWaitException.testEnded()));
		if (!this.running) {
			end(wait, EndedWaitException.paused());
		}
	}

	private void end(ReplySlot wait, RuntimeException reason) {
		this.waits.remove(wait);
		wait.failed(reason);
	}

	private void accept(TappedRecord tapped) {
		String id = tapped.correlationId();
		if (id != null && isKnown(tapped.record().topic())) {
			this.waits.forEach(id, (wait) -> offer(wait, tapped));
		}
	}

	private void offer(ReplySlot wait, TappedRecord tapped) {
		if (tapped.live() || (!wait.isOwnRequest() && isOfThisTest(tapped))) {
			wait.offer(tapped);
		}
	}

	private void requireRunning() {
		if (!this.running) {
			throw new IllegalStateException(
					"The application context is paused or closed: a reply can be awaited while it runs only");
		}
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.waits.failAll(EndedWaitException.paused());
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public void destroy() {
		stop();
		this.completions.shutdown();
	}

}
