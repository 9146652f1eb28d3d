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

package io.omninode.kafka.test.connectivity;

/**
 * The outcome of asking a server whether it is a Kafka broker.
 *
 * @param address the address that was asked, {@code host:port}
 * @param outcome the kind of outcome
 * @param detail more about it, part of a sentence; may be empty
 * @since 0.1.0
 */
public record Reachability(String address, Outcome outcome, String detail) {

	/**
	 * Return whether a broker answered.
	 * @return whether it did
	 */
	public boolean isAvailable() {
		return this.outcome == Outcome.AVAILABLE;
	}

	/**
	 * Return the outcome as a sentence without a full stop.
	 * @return the sentence, which names the address
	 */
	@Override
	public String toString() {
		return "Kafka at <" + this.address + "> " + this.outcome.text
				+ (this.detail.isEmpty() ? "" : " (" + this.detail + ")");
	}

	/**
	 * Return what to do about a broker that did not answer.
	 * @return a sentence without a full stop; empty if one answered
	 */
	public String remedy() {
		return this.outcome.remedy;
	}

	/**
	 * The kinds of outcomes.
	 */
	public enum Outcome {

		/**
		 * A broker answered.
		 */
		AVAILABLE("is available", ""),

		/**
		 * The host exists, but nothing listens on the port.
		 */
		REFUSED("refused the connection",
				"nothing listens on that port: start the broker, see why it ended, or correct the address"),

		/**
		 * The host is unknown, does not answer, or cannot be reached over the network.
		 */
		UNREACHABLE("is unreachable", "correct the host name, or see to the network, the VPN or the firewall between"),

		/**
		 * A server accepted the connection but did not answer in time.
		 */
		MUTE("took the connection but did not answer",
				"see whether the broker hangs, is suspended or is still starting, and whether it expects TLS on that port"),

		/**
		 * A server answered that is not a Kafka broker.
		 */
		NOT_KAFKA("answered, but not as Kafka does",
				"correct the port, or the security protocol: something else listens there, or it speaks TLS");

		private final String text;

		private final String remedy;

		Outcome(String text, String remedy) {
			this.text = text;
			this.remedy = remedy;
		}

	}

}
