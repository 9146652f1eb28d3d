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

package io.omninode.kafka.test.record;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

import io.omninode.kafka.test.connectivity.NoAnswerException;
import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import io.omninode.kafka.test.topic.MissingTopicException;
import io.omninode.kafka.test.topic.TopicNames;
import io.omninode.kafka.test.waiting.Interruption;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaOperations;

/**
 * {@link TestRecords} on the {@link Tap}.
 */
class DefaultTestRecords implements TestRecords {

	private static final String WHAT = "record";

	private final TopicNames names;

	private final Tap tap;

	private final RecordSender sender;

	private final WaitSettings settings;

	DefaultTestRecords(TopicNames names, Tap tap, RecordSender sender, WaitSettings settings) {
		this.names = names;
		this.tap = tap;
		this.sender = sender;
		this.settings = settings;
	}

	@Override
	public PendingRecords on(String... topics) {
		if (topics.length == 0) {
			throw new IllegalArgumentException(
					"At least one topic is needed, by key or by name; the keys are " + this.names.asMap().keySet());
		}
		List<String> resolved = Arrays.stream(topics).map(this.names::resolve).distinct().toList();
		this.settings.watch()
			.run("Topics " + Excerpt.of(resolved) + " cannot be read", Patience.of(this.settings.timeout()),
					() -> this.tap.watch(resolved, this.settings.scope().beginning()));
		return new DefaultPendingRecords(resolved, (record) -> true, this.tap, this.names, this.settings);
	}

	@Override
	public TestRecords via(KafkaOperations<?, ?> template) {
		return new DefaultTestRecords(this.names, this.tap, this.sender.via(template), this.settings);
	}

	@Override
	public SentRecord send(String topic, Object value) {
		return send(new ProducerRecord<>(topic, value));
	}

	@Override
	public SentRecord send(String topic, String key, Object value) {
		return send(new ProducerRecord<>(topic, key, value));
	}

	@Override
	public SentRecord send(ProducerRecord<?, ?> record) {
		String topic = this.names.resolve(record.topic());
		ProducerRecord<byte[], byte[]> written = UnwritableRecordException.write(WHAT, topic,
				() -> this.sender.writer().write(record, topic));
		try {
			return this.settings.watch()
				.call(UnsentRecordException.text(WHAT, topic), Patience.ofWait(this.settings.timeout()), () -> {
					this.sender.introduce(topic);
					this.settings.application().readiness().await(topic);
					long now = System.nanoTime();
					return sent(send(written, topic), now);
				});
		}
		catch (NoAnswerException ex) {
			boolean isThere = ex.reachability().isEmpty();
			throw UnsentRecordException.of(WHAT, topic, isThere ? this.sender.explained(topic, ex) : ex);
		}
		catch (MissingTopicException ex) {
			throw UnsentRecordException.of(WHAT, topic, ex);
		}
	}

	@Override
	public SentRecord sent(RecordMetadata sent) {
		if (!sent.hasOffset()) {
			throw new IllegalArgumentException(
					"Record <" + Excerpt.of(sent.toString()) + "> has no offset: a producer with acks=0 is told none");
		}
		return sent(sent, System.nanoTime());
	}

	private SentRecord sent(RecordMetadata sent, long sentNanos) {
		return new DefaultSentRecord(
				new Origins.Place(new TopicPartition(sent.topic(), sent.partition()), sent.offset()), this.tap,
				this.settings, sentNanos);
	}

	private RecordMetadata send(ProducerRecord<byte[], byte[]> record, String topic) {
		try {
			return this.sender.operations().send(record).get().getRecordMetadata();
		}
		catch (ExecutionException | KafkaException ex) {
			throw UnsentRecordException.of(WHAT, topic, this.sender.explained(topic, rootCause(ex)));
		}
		catch (InterruptedException ex) {
			throw Interruption.during("sending to <" + Excerpt.of(topic) + ">", ex);
		}
	}

	private static Throwable rootCause(Throwable ex) {
		Throwable cause = NestedExceptionUtils.getRootCause(ex);
		return (cause != null) ? cause : ex;
	}

}
