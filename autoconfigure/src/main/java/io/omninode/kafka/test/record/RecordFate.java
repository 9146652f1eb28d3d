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

import java.time.Duration;
import java.util.List;

import io.omninode.kafka.test.connectivity.Patience;
import io.omninode.kafka.test.listener.Origins;
import io.omninode.kafka.test.tap.Tap;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What became of a record that should have led to something, for failure texts: asked for
 * when what should have come did not.
 *
 * @param causes why nothing came of it, as far as that is known; each a part of a
 * sentence
 * @param evidence what groups have committed, and where the record was copied to
 * @param remedy what to do, empty without a cause
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public record RecordFate(List<String> causes, List<String> evidence, String remedy) {

	private static final Duration MAX = Duration.ofSeconds(2);

	static RecordFate nothing() {
		return new RecordFate(List.of(), List.of(), "");
	}

	/**
	 * Look at what listeners and groups made of a record, within two seconds.
	 * @param sent where the record is
	 * @param sentNanos when it was sent, on the clock of {@link System#nanoTime()}
	 * @param tap finds the record and its copies
	 * @param settings knows the application
	 * @return what became of it; nothing where all that read it have consumed it
	 */
	public static RecordFate of(RecordMetadata sent, long sentNanos, Tap tap, WaitSettings settings) {
		Origins.Place place = new Origins.Place(new TopicPartition(sent.topic(), sent.partition()), sent.offset());
		String unknown = "what the listeners made of it is not known";
		try {
			return settings.watch()
				.call(unknown, Patience.atTheEnd(MAX), () -> look(new Wanted(place, null, sentNanos), tap, settings));
		}
		catch (RuntimeException ex) {
			return new RecordFate(List.of(), List.of(unknown), "");
		}
	}

	private static RecordFate look(Wanted wanted, Tap tap, WaitSettings settings) {
		Copies copies = new Copies(tap, settings.scope());
		ConsumptionLook look = new Unreadable(copies, settings, Duration.ZERO)
			.lookAt(wanted.look(settings.application()));
		return look.isConsumed() ? nothing() : ConsumptionReport.of(look, copies, settings).fate();
	}

}
