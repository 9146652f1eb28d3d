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

import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.correlation.Masking;
import org.jspecify.annotations.Nullable;

/**
 * Shows the key and the value of a reply in a failure text, abbreviated.
 */
final class ReplyText {

	private ReplyText() {
	}

	static String keyOf(Reply reply) {
		return text("key", reply.record().key(), reply.masking());
	}

	static String valueOf(Reply reply) {
		return text("value", reply.record().value(), reply.masking());
	}

	private static String text(String what, byte @Nullable [] bytes, Masking masking) {
		return (bytes != null) ? what + " <" + masking.excerpt(bytes, Excerpt.MAX_LENGTH) + ">" : "no " + what;
	}

}
