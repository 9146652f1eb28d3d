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

package io.omninode.kafka.test.client;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link TestScope}.
 */
class TestScopeTests {

	private final TestScope scope = new TestScope();

	private final List<String> undone = new ArrayList<>();

	@Test
	void whatAMethodLeavesIsUndoneAtItsEnd() {
		this.scope.begin();
		add("a");
		assertThat(this.undone).isEmpty();
		this.scope.end();
		assertThat(this.undone).containsExactly("a");
	}

	@Test
	void whatIsAddedLastIsUndoneFirst() {
		this.scope.begin();
		add("a");
		add("b");
		add("c");
		this.scope.end();
		assertThat(this.undone).containsExactly("c", "b", "a");
	}

	@Test
	void nothingIsUndoneTwice() {
		this.scope.begin();
		add("a");
		this.scope.end();
		this.scope.begin();
		add("b");
		this.scope.end();
		this.scope.endClass(Object.class);
		this.scope.close();
		assertThat(this.undone).containsExactly("a", "b");
	}

	@Test
	void whatIsAddedOutsideOfMethodsIsUndoneAtTheEndOfTheClass() {
		add("before-all");
		this.scope.begin();
		add("method");
		this.scope.end();
		assertThat(this.undone).containsExactly("method");
		this.scope.endClass(Object.class);
		assertThat(this.undone).containsExactly("method", "before-all");
	}

	@Test
	void methodsThatRunInParallelEndTogether() {
		this.scope.begin();
		add("first");
		this.scope.begin();
		add("second");
		this.scope.end();
		assertThat(this.undone).isEmpty();
		this.scope.end();
		assertThat(this.undone).containsExactly("second", "first");
	}

	@Test
	void theEndOfAClassDisturbsNoMethodOfAnotherThatRuns() {
		add("class");
		this.scope.begin();
		add("method");
		this.scope.endClass(Object.class);
		assertThat(this.undone).isEmpty();
		this.scope.end();
		assertThat(this.undone).containsExactly("method");
		this.scope.endClass(Object.class);
		assertThat(this.undone).containsExactly("method", "class");
	}

	@Test
	void theEndOfTheContextUndoesEverything() {
		add("class");
		this.scope.begin();
		add("method");
		this.scope.close();
		assertThat(this.undone).containsExactly("method", "class");
		this.scope.close();
		assertThat(this.undone).hasSize(2);
	}

	@Test
	void anEndWithoutABeginningDoesNoHarm() {
		this.scope.end();
		this.scope.begin();
		add("a");
		assertThat(this.undone).isEmpty();
		this.scope.end();
		assertThat(this.undone).containsExactly("a");
	}

	@Test
	void whenOneCannotBeUndoneTheOthersAreAllTheSame() {
		this.scope.begin();
		add("a");
		this.scope.add(() -> {
			throw new IllegalStateException("no");
		});
		add("b");
		assertThatIllegalStateException().isThrownBy(this.scope::end).withMessage("no");
		assertThat(this.undone).containsExactly("b", "a");
	}

	@Test
	void anErrorStopsTheOthersNoMoreThanAnException() {
		this.scope.begin();
		add("a");
		this.scope.add(() -> {
			throw new AssertionError("no");
		});
		assertThatExceptionOfType(AssertionError.class).isThrownBy(this.scope::end).withMessage("no");
		assertThat(this.undone).containsExactly("a");
	}

	@Test
	void theEndOfAClassDisturbsNoOtherThatIsBetweenItsMethods() {
		this.scope.beginClass(String.class);
		this.scope.beginClass(Integer.class);
		add("class");
		this.scope.begin();
		this.scope.end();
		this.scope.endClass(String.class);
		assertThat(this.undone).isEmpty();
		this.scope.endClass(Integer.class);
		assertThat(this.undone).containsExactly("class");
	}

	@Test
	void aClassWithManyInstancesEndsOnce() {
		this.scope.beginClass(String.class);
		this.scope.beginClass(String.class);
		add("class");
		this.scope.endClass(String.class);
		assertThat(this.undone).containsExactly("class");
	}

	@Test
	void whatIsUndoneMayAskTheScope() {
		this.scope.begin();
		this.scope.add(() -> add("later"));
		this.scope.end();
		this.scope.endClass(Object.class);
		assertThat(this.undone).containsExactly("later");
	}

	@Test
	void theBeginningIsThatOfTheEarliestMethodThatRuns() {
		Instant before = Instant.now();
		this.scope.begin();
		TestStart beginning = this.scope.beginning();
		assertThat(beginning.instant()).isBetween(before, Instant.now());
		this.scope.begin();
		assertThat(this.scope.beginning()).isSameAs(beginning);
		this.scope.end();
		assertThat(this.scope.beginning()).isSameAs(beginning);
	}

	@Test
	void theBeginningStaysThatOfTheLastMethodWhenNoneRuns() {
		TestStart made = this.scope.beginning();
		this.scope.begin();
		TestStart first = this.scope.beginning();
		this.scope.end();
		assertThat(first).isNotSameAs(made);
		assertThat(this.scope.beginning()).isSameAs(first);
		this.scope.begin();
		assertThat(this.scope.beginning()).isNotSameAs(first);
	}

	private void add(String name) {
		this.scope.add(() -> this.undone.add(name));
	}

}
