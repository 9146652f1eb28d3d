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

package io.omninode.kafka.test.listener;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.FailedRecordProcessor;
import org.springframework.kafka.support.ExponentialBackOffWithMaxRetries;
import org.springframework.util.ReflectionUtils;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How an error handler goes on with a record: by the back-off that it has chosen for that
 * record, which depends on the exception too. Of a back-off whose times are drawn by
 * chance, or that is of a kind of its own, nothing is known.
 *
 * @param processor the error handler
 */
record HandlerBackOff(FailedRecordProcessor processor) {

	private static final int MAX_ATTEMPTS = 10_000;

	/**
	 * Return what follows from a failure. It is called on the thread of the consumer, of
	 * which the error handler counts.
	 * @param record the record
	 * @param attempt the number of the attempt that failed
	 * @return what follows, {@code null} if that is not known
	 */
	Attempts.@Nullable Retry after(ConsumerRecord<?, ?> record, int attempt) {
		long now = System.nanoTime();
		try {
			BackOff backOff = of(record);
			return (backOff != null) ? after(backOff, attempt, now) : null;
		}
		catch (RuntimeException ex) {
			return null;
		}
	}

	static Attempts.@Nullable Retry after(BackOff backOff, int attempt, long nowNanos) {
		if (!isFixed(backOff) || attempt > MAX_ATTEMPTS) {
			return null;
		}
		BackOffExecution execution = backOff.start();
		long next = 0;
		for (int done = 0; done < attempt && next != BackOffExecution.STOP; done++) {
			next = execution.nextBackOff();
		}
		int limit = isUnlimited(backOff) ? Attempts.Retry.UNLIMITED : limit(backOff);
		return (limit > 0)
				? new Attempts.Retry(attempt, limit, nowNanos + TimeUnit.MILLISECONDS.toNanos(Math.max(0, next)))
				: null;
	}

	/**
	 * Return after how many attempts a back-off ends, 0 if that is not found out.
	 */
	private static int limit(BackOff backOff) {
		BackOffExecution execution = backOff.start();
		for (int attempts = 1; attempts <= MAX_ATTEMPTS; attempts++) {
			if (execution.nextBackOff() == BackOffExecution.STOP) {
				return attempts;
			}
		}
		return 0;
	}

	private static boolean isUnlimited(BackOff backOff) {
		if (backOff instanceof FixedBackOff fixed) {
			return fixed.getMaxAttempts() == FixedBackOff.UNLIMITED_ATTEMPTS;
		}
		return backOff instanceof ExponentialBackOff growing && growing.getMaxAttempts() == Long.MAX_VALUE
				&& growing.getMaxElapsedTime() == Long.MAX_VALUE;
	}

	private static boolean isFixed(BackOff backOff) {
		Class<?> type = backOff.getClass();
		return type == FixedBackOff.class
				|| ((type == ExponentialBackOff.class || type == ExponentialBackOffWithMaxRetries.class)
						&& ((ExponentialBackOff) backOff).getJitter() == 0);
	}

	/**
	 * The error handler does not tell, and its function is not called a second time: it
	 * may hold state.
	 */
	private @Nullable BackOff of(ConsumerRecord<?, ?> record) {
		Object tracker = call(FailedRecordProcessor.class, "getFailureTracker", this.processor);
		Object threads = (tracker != null) ? value("failures", tracker) : null;
		Object partitions = (threads instanceof Map<?, ?> map) ? map.get(Thread.currentThread()) : null;
		Object failed = (partitions instanceof Map<?, ?> map)
				? map.get(new TopicPartition(record.topic(), record.partition())) : null;
		Object execution = (failed != null) ? call(failed.getClass(), "getBackOffExecution", failed) : null;
		return (execution != null && value("this$0", execution) instanceof BackOff backOff) ? backOff : null;
	}

	private static @Nullable Object call(Class<?> type, String name, Object target) {
		Method method = ReflectionUtils.findMethod(type, name);
		if (method == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(method);
		return ReflectionUtils.invokeMethod(method, target);
	}

	private static @Nullable Object value(String name, Object target) {
		Field field = ReflectionUtils.findField(target.getClass(), name);
		if (field == null) {
			return null;
		}
		ReflectionUtils.makeAccessible(field);
		return ReflectionUtils.getField(field, target);
	}

}
