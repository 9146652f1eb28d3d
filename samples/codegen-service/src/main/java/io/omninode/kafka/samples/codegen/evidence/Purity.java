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

import io.omninode.kafka.samples.codegen.source.Call;
import io.omninode.kafka.samples.codegen.source.FunctionDefinition;
import io.omninode.kafka.samples.codegen.source.Statement;

/**
 * Tells whether a function reads and writes nothing but its arguments and locals, as far
 * as names tell.
 */
final class Purity {

	private static final String[] OUTSIDE = { "print", "open", "input", "sleep", "publish", "emit", "send", "execute",
			"now", "time.", "random.", "requests.", "httpx.", "aiohttp.", "urllib.", "socket.", "os.", "logger.",
			"logging.", "subprocess.", "self.logger.", "super" };

	private static final String[] IMPURE = { "await", "global", "nonlocal", "yield", "del", "with" };

	private Purity() {
	}

	static boolean isPure(FunctionDefinition function) {
		return !function.isAsync() && function.ownBody().stream().anyMatch(Purity::returnsValue)
				&& function.body().stream().allMatch(Purity::isPure);
	}

	private static boolean returnsValue(Statement statement) {
		return statement.keyword().equals("return") && statement.tokens().size() > 1 && !statement.last().is("self");
	}

	private static boolean isPure(Statement statement) {
		return !statement.has(IMPURE) && !changesOrReadsReceiver(statement)
				&& Call.in(statement).stream().noneMatch((call) -> call.isOf(OUTSIDE));
	}

	private static boolean changesOrReadsReceiver(Statement statement) {
		return statement.has("self") || statement.has("cls");
	}

}
