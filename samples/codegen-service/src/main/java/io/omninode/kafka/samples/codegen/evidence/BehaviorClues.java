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

package io.omninode.kafka.samples.codegen.evidence;

import java.util.List;

import io.omninode.kafka.samples.codegen.source.Call;
import io.omninode.kafka.samples.codegen.source.Excerpt;
import io.omninode.kafka.samples.codegen.source.FunctionDefinition;
import io.omninode.kafka.samples.codegen.source.Statement;

/**
 * Clues in what the code does.
 */
public final class BehaviorClues {

	private static final String[] NETWORK = { "requests.", "httpx.", "aiohttp.", "urllib.", "urlopen", "socket.",
			"grpc.", "self.client.get", "self.client.post", "self.client.request", "self.http.get", "self.http.post",
			"self.session.get", "self.session.post", "client.get", "client.post", "session.get", "session.post" };

	private BehaviorClues() {
	}

	/**
	 * Look for a call.
	 * @param weight the weight of the evidence
	 * @param names whole targets, functions, or modules with a dot at the end
	 * @return the clue
	 */
	public static Clue call(double weight, String... names) {
		return (node) -> node.python()
			.calls()
			.stream()
			.filter((call) -> call.isOf(names))
			.findFirst()
			.map((call) -> new Evidence(weight, call.line(), "call of <" + Excerpt.of(call.target()) + ">"));
	}

	/**
	 * Look for a call that goes over the network.
	 * @param weight the weight of the evidence
	 * @return the clue
	 */
	public static Clue networkCall(double weight) {
		return call(weight, NETWORK);
	}

	/**
	 * Look for a statement with a word or operator in it.
	 * @param weight the weight of the evidence
	 * @param texts the words or operators, one of which is needed
	 * @return the clue
	 */
	public static Clue statementWith(double weight, String... texts) {
		return (node) -> node.python()
			.statements()
			.stream()
			.filter((statement) -> statement.has(texts))
			.findFirst()
			.map((found) -> new Evidence(weight, found.line(), "statement <" + Excerpt.of(found.text()) + ">"));
	}

	/**
	 * Look for a function that awaits one thing after the other.
	 * @param weight the weight of the evidence
	 * @param atLeast how many things it has to await
	 * @return the clue
	 */
	public static Clue steps(double weight, int atLeast) {
		return (node) -> node.python()
			.functions()
			.stream()
			.filter((function) -> awaits(function) >= atLeast)
			.findFirst()
			.map((found) -> evidence(weight, found, "awaits " + awaits(found) + " steps"));
	}

	/**
	 * Look for a loop that tries, fails and tries again.
	 * @param weight the weight of the evidence
	 * @return the clue
	 */
	public static Clue retryLoop(double weight) {
		return (node) -> node.python()
			.functions()
			.stream()
			.filter(BehaviorClues::retries)
			.findFirst()
			.map((found) -> evidence(weight, found, "tries again in a loop"));
	}

	/**
	 * Look for a function whose result depends on its arguments alone.
	 * @param weight the weight of the evidence
	 * @return the clue
	 */
	public static Clue pureFunction(double weight) {
		return (node) -> node.python()
			.functions()
			.stream()
			.filter(Purity::isPure)
			.findFirst()
			.map((found) -> evidence(weight, found, "depends on its arguments alone"));
	}

	private static Evidence evidence(double weight, FunctionDefinition function, String behavior) {
		String text = "function <" + Excerpt.of(function.name()) + "> " + behavior;
		return new Evidence(weight, function.line(), text);
	}

	private static long awaits(FunctionDefinition function) {
		return function.ownBody().stream().filter((statement) -> statement.has("await")).count();
	}

	private static boolean retries(FunctionDefinition function) {
		List<Statement> body = function.ownBody();
		for (Statement loop : body) {
			boolean loops = loop.keyword().equals("for") || loop.keyword().equals("while");
			if (loops && triesWithin(loop, body)) {
				return body.stream()
					.flatMap((statement) -> Call.in(statement).stream())
					.anyMatch((call) -> call.isOf("sleep"));
			}
		}
		return false;
	}

	private static boolean triesWithin(Statement loop, List<Statement> body) {
		return body.stream()
			.dropWhile((statement) -> statement.index() <= loop.index())
			.takeWhile((statement) -> statement.depth() > loop.depth())
			.anyMatch((statement) -> statement.keyword().equals("try"));
	}

}
