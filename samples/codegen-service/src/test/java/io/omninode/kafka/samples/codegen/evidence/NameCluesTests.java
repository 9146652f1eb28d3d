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

import io.omninode.kafka.samples.codegen.node.NodeSource;
import io.omninode.kafka.samples.codegen.node.NodeType;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link NameClues}.
 */
class NameCluesTests {

	private final NodeSource node = NodeSource.of(PythonSource.of("""
			class NodeUserEffect(base.MixinRetry):
			    def get_user(self): pass
			    @functools.lru_cache
			    def find_by_name(self): pass
			def get(): pass
			"""), null);

	@Test
	void whenNodeHasTheTypeThatIsEvidence() {
		assertFound(NameClues.nodeType(0.5, NodeType.EFFECT), 1, "node type <effect>");
		assertNotFound(NameClues.nodeType(0.5, NodeType.COMPUTE));
	}

	@Test
	void whenClassIsNamedSoThatIsEvidence() {
		assertFound(NameClues.classNamed(0.5, "Effect"), 1, "class <NodeUserEffect>");
		assertNotFound(NameClues.classNamed(0.5, "Factory"));
	}

	@Test
	void whenClassInheritsThatIsEvidence() {
		assertFound(NameClues.classInheriting(0.5, "MixinRetry"), 1, "class <NodeUserEffect>");
		assertNotFound(NameClues.classInheriting(0.5, "MixinCaching"));
	}

	@Test
	void whenAllMethodsAreThereThatIsEvidence() {
		assertFound(NameClues.methods(0.5, "find_by_name", "get_user"), 2, "function <get_user, find_by_name>");
		assertNotFound(NameClues.methods(0.5, "get_user", "get"));
	}

	@Test
	void whenEnoughMethodsAreOfAKindThatIsEvidence() {
		assertFound(NameClues.methodsLike(0.5, 2, "(get|find)_.*"), 2, "function <get_user, find_by_name>");
		assertNotFound(NameClues.methodsLike(0.5, 3, "(get|find).*"));
	}

	@Test
	void whenFunctionIsNamedSoThatIsEvidence() {
		assertFound(NameClues.functionLike(0.5, "get"), 5, "function <get>");
		assertNotFound(NameClues.functionLike(0.5, "set"));
	}

	@Test
	void whenFunctionIsDecoratedSoThatIsEvidence() {
		assertFound(NameClues.decorator(0.5, "lru_cache"), 4, "decorator <functools.lru_cache>");
		assertNotFound(NameClues.decorator(0.5, "cache"));
	}

	private void assertFound(Clue clue, int line, String text) {
		assertThat(clue.find(this.node)).contains(new Evidence(0.5, line, text));
	}

	private void assertNotFound(Clue clue) {
		assertThat(clue.find(this.node)).isEmpty();
	}

}
