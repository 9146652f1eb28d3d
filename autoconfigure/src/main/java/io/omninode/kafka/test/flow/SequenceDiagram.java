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

package io.omninode.kafka.test.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A flow as a sequence diagram in the language of Mermaid.
 *
 * @param hops the records
 */
record SequenceDiagram(List<Hop> hops) {

	private static final int MAX_KEY = 40;

	String text() {
		ConsumersOfHops consumers = ConsumersOfHops.of(this.hops);
		Map<String, String> participants = new LinkedHashMap<>();
		List<String> arrows = new ArrayList<>();
		String from = "p";
		for (Hop hop : this.hops) {
			String topic = participants.computeIfAbsent("topic " + hop.topic(), (name) -> "t" + participants.size());
			arrows.add(from + "->>" + topic + ": " + label(hop));
			for (String group : consumers.of(hop)) {
				String id = participants.computeIfAbsent("group " + group, (name) -> "g" + participants.size());
				arrows.add(topic + "-->>" + id + ": consumed @" + hop.offset());
			}
			from = topic;
		}
		return text(participants, arrows);
	}

	private static String text(Map<String, String> participants, List<String> arrows) {
		StringBuilder text = new StringBuilder("sequenceDiagram\n    actor p as publisher\n");
		participants.forEach((name,
				id) -> text.append("    participant ").append(id).append(" as ").append(escaped(name)).append('\n'));
		arrows.forEach((arrow) -> text.append("    ").append(arrow).append('\n'));
		return text.toString();
	}

	private static String label(Hop hop) {
		String key = hop.key();
		return hop.kind() + " @" + hop.offset() + ((key != null) ? escaped(" key " + shortened(key)) : "") + " "
				+ hop.size() + "B +" + hop.gap().toMillis() + "ms";
	}

	private static String shortened(String key) {
		return (key.length() > MAX_KEY) ? key.substring(0, MAX_KEY) + "…" : key;
	}

	/**
	 * Write what could mean something to Mermaid as an entity of Mermaid.
	 */
	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((each) -> {
			if (Character.isLetterOrDigit(each) || " ._-/@".indexOf(each) >= 0) {
				escaped.appendCodePoint(each);
			}
			else {
				escaped.append('#').append(each).append(';');
			}
		});
		return escaped.toString();
	}

}
