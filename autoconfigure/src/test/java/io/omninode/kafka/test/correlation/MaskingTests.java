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

package io.omninode.kafka.test.correlation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Masking}.
 */
class MaskingTests {

	private final Masking masking = Masking.of(List.of("iban", "credit-card", " "));

	@ParameterizedTest
	@ValueSource(strings = { "authorization", "Authorization", "Proxy-Authorization", "password", "userPassword",
			"PASSWORD_HASH", "token", "access_token", "csrfToken", "client-secret", "SECRETS", "api-key", "apiKey",
			"api_key", "X-API-Key", "api key", "pass\\u0077ord", "iban", "customerIBAN", "creditCard",
			"credit_card_number" })
	void namesOfSecretsAreTold(String name) {
		assertThat(this.masking.hides(name)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "key", "api", "user", "pass", "author", "kafka_correlationId", "name", "ключ" })
	void otherNamesAreNot(String name) {
		assertThat(this.masking.hides(name)).isFalse();
	}

	@Test
	void withoutNamesOfItsOwnOnlyTheUsualOnesAreHidden() {
		assertThat(Masking.usual().hides("iban")).isFalse();
		assertThat(Masking.usual().hides("api-key")).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", quoteCharacter = '`', value = {
			"{\"user\":\"ann\",\"password\":\"s3cr3t\",\"n\":1} -> {\"user\":\"ann\",\"password\":\"***\",\"n\":1}",
			"{\"a\":[{\"b\":{\"apiKey\" : \"s3cr3t\"}}]} -> {\"a\":[{\"b\":{\"apiKey\" : \"***\"}}]}",
			"{\"token\":4711,\"next\":2} -> {\"token\":\"***\",\"next\":2}", "{\"token\":null} -> {\"token\":\"***\"}",
			"{\"token\":{\"a\":[\"s3cr3t}\",{}]},\"b\":1} -> {\"token\":\"***\",\"b\":1}",
			"{\"token\":[\"s3cr3t\",\"]\"],\"b\":1} -> {\"token\":\"***\",\"b\":1}",
			"{\"password\":\"s3\\\"cr3t\\\\\",\"b\":1} -> {\"password\":\"***\",\"b\":1}",
			"{\"b\":\"\\\\\",\"password\":\"s3cr3t\"} -> {\"b\":\"\\\\\",\"password\":\"***\"}",
			"{\"pass\\u0077ord\":\"s3cr3t\"} -> {\"pass\\u0077ord\":\"***\"}",
			"{\"password\":\"s3cr3t -> {\"password\":\"***\"",
			"{\"password\":{\"a\":\"s3cr3t\" -> {\"password\":\"***\"",
			"\"{\\\"password\\\":\\\"s3cr3t\\\",\\\"b\\\":1}\" -> \"{\\\"password\\\":\\\"***\\\",\\\"b\\\":1}\"",
			"{\"in\":\"{\\\"password\\\":\\\"s3\\\\\\\"cr3t\\\"}\",\"b\":1} -> {\"in\":\"{\\\"password\\\":\\\"***\\\"}\",\"b\":1}",
			"{\"in\":\"{\\\"token\\\":{\\\"a\\\":\\\"s3cr3t\\\"}}\",\"b\":1} -> {\"in\":\"{\\\"token\\\":\\\"***\\\"}\",\"b\":1}",
			"\"{\\u0022password\\u0022:\\u0022s3cr3t\\u0022}\" -> \"{\\\"password\\\":\\\"***\\\"}\"",
			"order {\"iban\":\"s3cr3t\"} refused -> order {\"iban\":\"***\"} refused" })
	void fieldsAreMaskedWhereverJsonIs(String text, String masked) {
		assertThat(this.masking.text(text)).isEqualTo(masked);
		assertThat(this.masking.excerpt(text.getBytes(StandardCharsets.UTF_8), 200)).isEqualTo(masked);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\"", "password", "\"password\"", "[\"password\",\"token\"]", "{\"a\":\"token\"}",
			"{\"a\":\"größer\",\"b\":\"\\u0022\"}", "{\"a\":\"\ud800\"}" })
	void anythingElseIsShownAsItIs(String text) {
		assertThat(this.masking.text(text)).isSameAs(text);
	}

	@Test
	void fieldsInBytesThatAreNoTextAreMaskedToo() {
		byte[] framed = ("\u0000\u0000\u0000\u0000\u0007{\"password\":\"s3cr3t\"}").getBytes(StandardCharsets.UTF_8);
		byte[] shown = ("\u0000\u0000\u0000\u0000\u0007{\"password\":\"***\"}").getBytes(StandardCharsets.UTF_8);
		assertThat(this.masking.excerpt(framed, 200)).isEqualTo(Excerpt.of(shown, 200)).startsWith("0x");
	}

	@Test
	void aNameMayHaveLettersOfAnyLanguage() {
		Masking spanish = Masking.of(List.of("Contraseña"));
		byte[] value = "{\"contraseña\":\"s3cr3t\",\"a\":\"ñ\"}".getBytes(StandardCharsets.UTF_8);
		assertThat(spanish.excerpt(value, 200)).isEqualTo("{\"contraseña\":\"***\",\"a\":\"ñ\"}");
	}

	@Test
	void whatFollowsALongSecretIsShown() {
		String value = "{\"token\":\"" + "x".repeat(1_000) + "\",\"status\":\"refused\"}";
		assertThat(this.masking.excerpt(value.getBytes(StandardCharsets.UTF_8), 60))
			.isEqualTo("{\"token\":\"***\",\"status\":\"refused\"}");
	}

	@Test
	void headersAreMaskedByTheirNames() {
		byte[] value = "Bearer s3cr3t".getBytes(StandardCharsets.UTF_8);
		assertThat(this.masking.header("Authorization", value, 60)).isEqualTo("***");
		assertThat(this.masking.header("trace", value, 60)).isEqualTo("Bearer s3cr3t");
	}

	@Test
	void partsOfSecretsAreSecrets() {
		assertThat(this.masking.hidesAt("/user/password")).isTrue();
		assertThat(this.masking.hidesAt("/tokens/0/value")).isTrue();
		assertThat(this.masking.hidesAt("")).isFalse();
		assertThat(this.masking.hidesAt("/user/name")).isFalse();
	}

	@Test
	void whyAFieldCannotBeReadQuotesNoSecret() {
		String reason = "Cannot deserialize value of type `int` from String \"s3cr3t\"";
		String chain = "(through reference chain: Order[\"user\"]->User[\"password\"])";
		assertThat(this.masking.reason(reason, reason + "\n at [Source: REDACTED] " + chain)).isEqualTo("*** " + chain);
		assertThat(this.masking.reason(reason, reason + chain.replace("password", "age"))).isSameAs(reason);
	}

}
