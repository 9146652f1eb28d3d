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

package io.omninode.kafka.test.diagnosis;

/**
 * What went wrong. The names are stable: tests may compare them.
 *
 * @since 0.1.0
 * @see Finding#cause()
 */
public enum Cause {

	/**
	 * The record was not sent for another reason.
	 */
	SEND_FAILED,

	/**
	 * The record was not sent: it is larger than producer, topic or broker allow.
	 */
	SEND_TOO_LARGE,

	/**
	 * The record was not sent: the user of the test may not write to the topic.
	 */
	SEND_NOT_AUTHORIZED,

	/**
	 * The record was not sent: its partition has no leader, or too few replicas.
	 */
	SEND_NO_LEADER,

	/**
	 * The record was not sent: there is no such topic, and it cannot be created.
	 */
	SEND_UNKNOWN_TOPIC,

	/**
	 * The record was not sent: its key or value cannot be written.
	 */
	SEND_NOT_SERIALIZABLE,

	/**
	 * No broker answers.
	 */
	BROKER_GONE,

	/**
	 * The leader of the request's partition was elected anew since: its broker was
	 * restarted, or another one took over.
	 */
	BROKER_RESTARTED,

	/**
	 * A broker is there, and did not answer in time.
	 */
	NO_ANSWER,

	/**
	 * The topic of the request was deleted since.
	 */
	TOPIC_DELETED,

	/**
	 * The topic of the request was deleted and created again since.
	 */
	TOPIC_RECREATED,

	/**
	 * The application context was paused or closed while the test waited.
	 */
	CONTEXT_PAUSED,

	/**
	 * The test that waited has ended.
	 */
	TEST_ENDED,

	/**
	 * Something other than the test was to send the request, and nothing with its id was
	 * seen.
	 */
	REQUEST_NOT_SEEN,

	/**
	 * Nothing reads the topic of the request, and one that is read has nearly the same
	 * name.
	 */
	UNREAD_TOPIC,

	/**
	 * No consumer group reads the topic of the request.
	 */
	NO_CONSUMER_GROUP,

	/**
	 * The group that reads the topic of the request has no running member.
	 */
	GROUP_WITHOUT_MEMBER,

	/**
	 * The listener was not started.
	 */
	LISTENER_NOT_STARTED,

	/**
	 * The container of the listener was stopped.
	 */
	LISTENER_STOPPED,

	/**
	 * The container of the listener stopped because of an exception or an error.
	 */
	LISTENER_STOPPED_BY_FAILURE,

	/**
	 * The consumer of the listener did not start.
	 */
	LISTENER_FAILED_TO_START,

	/**
	 * The listener is paused.
	 */
	LISTENER_PAUSED,

	/**
	 * The listener runs and has no partition: its group has more members than partitions.
	 */
	LISTENER_WITHOUT_PARTITION,

	/**
	 * A consumer outside of this application context has the partition.
	 */
	PARTITION_OF_OTHER_PROCESS,

	/**
	 * The group has not agreed on who reads what.
	 */
	GROUP_REBALANCING,

	/**
	 * The listener began to read behind the record.
	 */
	BEGAN_BEHIND_RECORD,

	/**
	 * The record filter of the listener passed over the record.
	 */
	FILTERED,

	/**
	 * The interceptor of the listener passed over the record.
	 */
	SKIPPED_BY_INTERCEPTOR,

	/**
	 * The listener was called with the record, and has not ended.
	 */
	STILL_WORKING,

	/**
	 * The listener does not get past an earlier record of the partition.
	 */
	STUCK_BEHIND_RECORD,

	/**
	 * The group is past the record, though its listener was never called with it.
	 */
	NOT_CALLED,

	/**
	 * The group has not committed past the record.
	 */
	NOT_CONSUMED_YET,

	/**
	 * The listener has returned from the record, and its group has not committed past it.
	 */
	NOT_ACKNOWLEDGED,

	/**
	 * The deserializer of the listener cannot read the record, and its consumer asks for
	 * it again and again.
	 */
	UNREADABLE_LOOPING,

	/**
	 * The deserializer of the listener cannot read the record, and the error handler went
	 * on, or the listener was called with {@code null} in its place.
	 */
	UNREADABLE_SKIPPED,

	/**
	 * The listener threw; it may be called again.
	 */
	LISTENER_THREW,

	/**
	 * The listener threw in every attempt, and the error handler went on without the
	 * record.
	 */
	LISTENER_GAVE_UP,

	/**
	 * The listener threw, and the record waits on a retry topic.
	 */
	ON_RETRY_TOPIC,

	/**
	 * The listener threw, and the record is on a dead-letter topic.
	 */
	DEAD_LETTERED,

	/**
	 * A share listener rejected the record.
	 */
	REJECTED,

	/**
	 * The request was consumed, and nothing with its id was published.
	 */
	CONSUMED_WITHOUT_REPLY,

	/**
	 * The application tried to publish a record, and the producer or the broker refused
	 * it.
	 */
	PUBLISH_FAILED,

	/**
	 * The record is there, and a transaction that is open hides it.
	 */
	OPEN_TRANSACTION,

	/**
	 * The record was published in a transaction that was aborted.
	 */
	ABORTED_TRANSACTION,

	/**
	 * The id is on a topic that is not looked at.
	 */
	OTHER_TOPIC,

	/**
	 * A record without an id came where the reply was expected.
	 */
	NO_ID,

	/**
	 * The reply has the id where it is not looked for.
	 */
	ID_IN_OTHER_PLACE,

	/**
	 * The reply has the id in the header {@code kafka_correlationId} only.
	 */
	ID_IN_SPRING_HEADER,

	/**
	 * The reply has the id in upper or lower case.
	 */
	ID_IN_OTHER_CASE,

	/**
	 * The reply has the id in quotation marks.
	 */
	ID_QUOTED,

	/**
	 * The reply has the id as bytes or as a number.
	 */
	ID_OF_OTHER_TYPE,

	/**
	 * A record with another id came where the reply was expected.
	 */
	OTHER_ID,

	/**
	 * The reply is not JSON, and its id is in a field.
	 */
	NOT_JSON,

	/**
	 * The reply came, and the condition of the test excluded it.
	 */
	EXCLUDED,

	/**
	 * The reply came after the wait had ended.
	 */
	LATE,

	/**
	 * The id was answered before this request was sent.
	 */
	ANSWERED_BEFORE,

	/**
	 * Two listeners of one group read the topic, and the other one got the record.
	 */
	LISTENERS_SHARE_GROUP,

	/**
	 * Several services were to answer, and some of them did.
	 */
	SOME_ANSWERED,

	/**
	 * An event on the error topic came instead.
	 */
	ERROR_EVENT,

	/**
	 * A reply came instead of an error event.
	 */
	REPLY_INSTEAD,

	/**
	 * The user of the test lacks a right that is needed to find out.
	 */
	ACCESS_DENIED,

	/**
	 * Nothing was seen that explains it.
	 */
	UNKNOWN

}
