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

package io.omninode.kafka.samples.codegen.source;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link Definitions}.
 */
class DefinitionsTests {

	private final PythonSource source = PythonSource.of("""
			@dataclass
			class NodeUserEffect(mixins.MixinRetry, Generic[T], metaclass=ABCMeta):
			    '''Talks to users.'''

			    @app.retry(times=3)
			    @staticmethod
			    async def fetch(self, user_id: int, *args, limit=(1, 2), **options: Any) -> User:
			        def inner():
			            return 1
			        return inner()

			def helper(): return 2
			""");

	@Test
	void whenClassIsDefinedItsHeaderIsTakenApart() {
		assertThat(this.source.classes()).singleElement().satisfies((found) -> {
			assertThat(found.name()).isEqualTo("NodeUserEffect");
			assertThat(found.bases()).containsExactly("mixins.MixinRetry", "Generic[T]");
			assertThat(found.line()).isEqualTo(2);
			assertThat(found.hasDocstring()).isTrue();
		});
	}

	@ParameterizedTest
	@CsvSource({ "MixinRetry, true", "Generic, true", "Mixin, false", "mixins, false", "ABCMeta, false" })
	void whenClassHasBasesItInheritsThem(String base, boolean inherits) {
		assertThat(this.source.classes().get(0).inherits(base)).isEqualTo(inherits);
	}

	@Test
	void whenFunctionsAreDefinedTheirOwnersAreKnown() {
		assertThat(this.source.functions())
			.extracting(FunctionDefinition::name, FunctionDefinition::owner, FunctionDefinition::line,
					FunctionDefinition::lineCount)
			.containsExactly(tuple("fetch", "NodeUserEffect", 7, 4), tuple("inner", null, 8, 2),
					tuple("helper", null, 12, 1));
	}

	@Test
	void whenFunctionIsAsyncAndDecoratedThatIsKnown() {
		FunctionDefinition fetch = this.source.functions().get(0);
		assertThat(fetch.isAsync()).isTrue();
		assertThat(fetch.isMethod()).isTrue();
		assertThat(fetch.hasReturnType()).isTrue();
		assertThat(fetch.hasDocstring()).isFalse();
		assertThat(fetch.decorators()).containsExactly("staticmethod", "app.retry");
	}

	@Test
	void whenFunctionHasParametersTheirHintsAreKnown() {
		assertThat(this.source.functions().get(0).parameters()).containsExactly(new Parameter("self", false),
				new Parameter("user_id", true), new Parameter("args", false), new Parameter("limit", false),
				new Parameter("options", true));
	}

	@Test
	void whenFunctionHoldsAnotherItsOwnBodyIsWithoutThatOfTheOther() {
		assertThat(this.source.functions().get(0).ownBody()).extracting(Statement::text)
			.containsExactly("def inner ( ) :", "return inner ( )");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			def f(a, /, b, *, c): pass         | a,b,c
			def f(a: dict[str, int], b): pass  | a,b
			def f[T](a: T): pass               | a
			""")
	void whenParametersAreSeparatedInAnyWayTheyAreFound(String text, String names) {
		assertThat(PythonSource.of(text).functions().get(0).parameters()).extracting(Parameter::name)
			.isEqualTo(List.of(names.split(",")));
	}

	@Test
	void whenDefinitionHasNoNameItIsLeftOut() {
		PythonSource broken = PythonSource.of("class :\n    def (self): pass\n");
		assertThat(broken.classes()).isEmpty();
		assertThat(broken.functions()).isEmpty();
	}

}
