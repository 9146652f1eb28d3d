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
import java.util.Objects;
import java.util.function.Consumer;

import io.omninode.kafka.test.correlation.CorrelationStrategy;
import io.omninode.kafka.test.correlation.Excerpt;
import io.omninode.kafka.test.correlation.Masking;
import io.omninode.kafka.test.correlation.Text;
import io.omninode.kafka.test.waiting.Durations;
import io.omninode.kafka.test.waiting.FailureText;
import org.assertj.core.api.AbstractObjectAssert;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Assertions for a {@link ReceivedRecord}, which a reply and a hop are too. Failures show
 * the record.
 *
 * <pre class="code">
 * assertThat(reply).isOn("validation-response")
 *     .hasKey("order-42")
 *     .hasHeader("served-by", "validator")
 *     .hasJson("/quality_score", 0.9)
 *     .arrivedWithin(Duration.ofSeconds(1));
 * </pre>
 *
 * @since 0.1.0
 */
public final class RecordAssert extends AbstractObjectAssert<RecordAssert, ReceivedRecord> {

	private static final int MAX_BYTES = 60;

	private static final CorrelationStrategy DEFAULT_CORRELATION = CorrelationStrategy.field("correlation_id")
		.or(CorrelationStrategy.header("correlation_id"));

	RecordAssert(ReceivedRecord actual) {
		super(actual, RecordAssert.class);
	}

	/**
	 * Verify the topic.
	 * @param topic the name of the topic, or its key where the record comes from a bean
	 * of the library
	 * @return this
	 */
	public RecordAssert isOn(String topic) {
		return require(this.actual.topic().equals(this.actual.resolve(topic)), "to be on <" + Excerpt.of(topic) + ">",
				"it is on <" + this.actual.topic() + ">");
	}

	/**
	 * Verify the partition.
	 * @param partition the partition
	 * @return this
	 */
	public RecordAssert isInPartition(int partition) {
		return require(this.actual.partition() == partition, "to be in partition <" + partition + ">",
				"it is in <" + this.actual.partition() + ">");
	}

	/**
	 * Verify the key.
	 * @param key the key as text
	 * @return this
	 */
	public RecordAssert hasKey(String key) {
		return require(key.equals(this.actual.key()), "to have key <" + Excerpt.of(key) + ">",
				has("key", this.actual.key(), this.actual.record().key()));
	}

	/**
	 * Verify that there is no key.
	 * @return this
	 */
	@SuppressWarnings("NullAway")
	public RecordAssert hasNoKey() {
		byte[] key = this.actual.record().key();
		return require(key == null, "to have no key", has("key", this.actual.key(), key));
	}

	/**
	 * Verify that there is a header.
	 * @param name the name of the header
	 * @return this
	 */
	public RecordAssert hasHeader(String name) {
		return require(this.actual.record().headers().lastHeader(name) != null,
				"to have header <" + Excerpt.of(name) + ">", "it has none of that name");
	}

	/**
	 * Verify the value of a header, the last one of its name.
	 * @param name the name of the header
	 * @param value the value as text
	 * @return this
	 */
	public RecordAssert hasHeader(String name, String value) {
		hasHeader(name);
		return require(value.equals(this.actual.header(name)),
				"to have header <" + Excerpt.of(name) + "> with <" + shown(name, value) + ">",
				masking().hides(name) ? "it has <" + Masking.MASK + ">" : has("value", this.actual.header(name),
						this.actual.record().headers().lastHeader(name).value()));
	}

	/**
	 * Verify that there is no header of a name.
	 * @param name the name of the header
	 * @return this
	 */
	public RecordAssert hasNoHeader(String name) {
		return require(this.actual.record().headers().lastHeader(name) == null,
				"to have no header <" + Excerpt.of(name) + ">", "it has one");
	}

	/**
	 * Verify a part of the JSON value. Numbers are equal if they have the same value, for
	 * example {@code 1} and {@code 1.0}; the fields of an object may have any order.
	 * @param pointer where the part is, as a JSON Pointer: {@code /payload/items/0}, or
	 * {@code ""} for the whole value
	 * @param expected what it is: anything that Jackson can write, {@code null} for a
	 * JSON null
	 * @return this
	 */
	public RecordAssert hasJson(String pointer, @Nullable Object expected) {
		JsonNode node = require(pointer);
		JsonNode wanted = this.actual.tree(expected);
		return require(JsonEquality.areEqual(wanted, node),
				"to have <" + shown(pointer, wanted, node) + "> at <" + Excerpt.of(pointer) + ">",
				"it has <" + shown(pointer, node, wanted) + ">");
	}

	/**
	 * Verify that the JSON value has a part.
	 * @param pointer where the part is, as a JSON Pointer
	 * @return this
	 */
	public RecordAssert hasJson(String pointer) {
		require(pointer);
		return this;
	}

	/**
	 * Verify that the JSON value has no such part, not even a JSON null.
	 * @param pointer where the part would be, as a JSON Pointer
	 * @return this
	 */
	public RecordAssert hasNoJson(String pointer) {
		JsonNode node = json().at(pointer(pointer));
		return require(node.isMissingNode(), "to have nothing at <" + Excerpt.of(pointer) + ">",
				"it has <" + shown(pointer, node, node) + ">");
	}

	/**
	 * Verify a part of the JSON value with assertions of its own.
	 * @param pointer where the part is, as a JSON Pointer
	 * @param requirements the assertions
	 * @return this
	 */
	public RecordAssert hasJsonSatisfying(String pointer, Consumer<? super JsonNode> requirements) {
		JsonNode node = require(pointer);
		try {
			requirements.accept(node);
		}
		catch (AssertionError ex) {
			String message = masking().hidesAt(pointer) ? Masking.MASK
					: masking().text(String.valueOf(ex.getMessage()));
			throw failed(text("to satisfy the requirements at <" + Excerpt.of(pointer) + ">", message), ex);
		}
		return this;
	}

	/**
	 * Verify the value as text.
	 * @param value the text
	 * @return this
	 */
	public RecordAssert hasText(String value) {
		String text = Text.of(this.actual.record().value());
		String wanted = masking().text(value);
		String found = (text != null) ? masking().text(text) : null;
		return require(value.equals(text), "to have the value <" + Excerpt.where(wanted, found) + ">", (found != null)
				? "it has <" + Excerpt.where(found, wanted) + ">" : has("value", null, this.actual.record().value()));
	}

	/**
	 * Verify that there is no value: the record is a tombstone.
	 * @return this
	 */
	@SuppressWarnings("NullAway")
	public RecordAssert hasNoValue() {
		byte[] value = this.actual.record().value();
		return require(value == null, "to have no value", "it has one");
	}

	/**
	 * Verify the correlation id. Replies and hops know theirs; of other records it is
	 * read from the field, then from the header {@code correlation_id}.
	 * @param id the id
	 * @return this
	 */
	public RecordAssert hasCorrelationId(String id) {
		String known = this.actual.correlationId();
		return requireId(id, (known != null) ? known : DEFAULT_CORRELATION.read(this.actual.record()));
	}

	/**
	 * Verify the correlation id.
	 * @param id the id
	 * @param correlation reads the id
	 * @return this
	 */
	public RecordAssert hasCorrelationId(String id, CorrelationStrategy correlation) {
		return requireId(id, correlation.read(this.actual.record()));
	}

	private RecordAssert requireId(String expected, @Nullable String id) {
		return require(expected.equals(id), "to have correlation id <" + Excerpt.of(expected) + ">",
				(id != null) ? "it has <" + Excerpt.of(id) + ">" : "none was found");
	}

	/**
	 * Verify how long the record took: a reply after its request, a hop after the hop
	 * before it.
	 * @param maximum the maximum time
	 * @return this
	 * @throws IllegalStateException if the record is neither a reply nor a hop
	 */
	public RecordAssert arrivedWithin(Duration maximum) {
		Duration latency = this.actual.latency();
		if (latency == null) {
			throw new IllegalStateException(this.actual.place()
					+ " is neither a reply nor a hop of a flow: there is nothing to count its time from");
		}
		return require(latency.compareTo(maximum) <= 0, "to arrive within " + Durations.text(maximum),
				"it took " + Durations.text(latency));
	}

	private JsonNode require(String pointer) {
		JsonNode node = json().at(pointer(pointer));
		require(!node.isMissingNode(), "to have something at <" + Excerpt.of(pointer) + ">", "there is nothing");
		return node;
	}

	private static JsonPointer pointer(String pointer) {
		try {
			return JsonPointer.compile(pointer);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException(
					"<" + Excerpt.of(pointer) + "> is not a JSON Pointer: write </" + Excerpt.of(pointer) + ">", ex);
		}
	}

	private JsonNode json() {
		try {
			return this.actual.json();
		}
		catch (IllegalStateException ex) {
			throw failed(text("to have a JSON value", Objects.toString(ex.getMessage())), ex);
		}
	}

	private RecordAssert require(boolean condition, String expected, String but) {
		if (!condition) {
			throw failed(text(expected, but), null);
		}
		return this;
	}

	private Masking masking() {
		return this.actual.masking();
	}

	private String shown(String name, String value) {
		return masking().hides(name) ? Masking.MASK : Excerpt.of(masking().text(value));
	}

	private String shown(String pointer, JsonNode node, JsonNode other) {
		return masking().hidesAt(pointer) ? Masking.MASK
				: Excerpt.where(masking().text(node.toString()), masking().text(other.toString()));
	}

	private String has(String what, @Nullable String text, byte @Nullable [] bytes) {
		if (bytes == null) {
			return "it has no " + what;
		}
		return (text != null) ? "it has <" + Excerpt.of(masking().text(text)) + ">"
				: "its " + what + " is <" + masking().excerpt(bytes, MAX_BYTES) + ">, no text";
	}

	private String text(String expected, @Nullable String but) {
		return new FailureText("Expected the record " + expected + ", but " + but + ".", List.of(),
				new RecordText(this.actual).lines(), List.of())
			.toString();
	}

	private AssertionError failed(String text, @Nullable Throwable cause) {
		AssertionError error = failure("%s", text);
		if (cause != null) {
			error.initCause(cause);
		}
		return error;
	}

}
