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

/**
 * Requests and the replies to them.
 * <p>
 * Enter at {@link io.omninode.kafka.test.reply.ReplyAwaiter}: an
 * {@link io.omninode.kafka.test.reply.Exchange} sends a request and returns a
 * {@link io.omninode.kafka.test.reply.PendingReply}, which was registered before and
 * becomes a {@link io.omninode.kafka.test.reply.Reply}, or a
 * {@link io.omninode.kafka.test.reply.MissingReplyError} that says why not.
 * <p>
 * Called by tests, on their thread, which waits here. Replies are offered by the thread
 * of the recorder; futures are completed on the thread {@code kafka-test-replies}.
 */
@NullMarked
package io.omninode.kafka.test.reply;

import org.jspecify.annotations.NullMarked;
