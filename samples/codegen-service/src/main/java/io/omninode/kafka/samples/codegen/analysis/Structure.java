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

package io.omninode.kafka.samples.codegen.analysis;

import io.omninode.kafka.samples.codegen.source.FunctionDefinition;
import io.omninode.kafka.samples.codegen.source.PythonSource;
import io.omninode.kafka.samples.codegen.source.Statement;

/**
 * What a source is made of.
 *
 * @param classes the number of classes
 * @param functions the number of functions that are no methods
 * @param methods the number of methods
 * @param imports the number of import statements
 * @param maxNesting the largest number of loops, branches and the like around a statement
 */
record Structure(int classes, int functions, int methods, int imports, int maxNesting) {

	static Structure of(PythonSource source) {
		int all = source.functions().size();
		int methods = (int) source.functions().stream().filter(FunctionDefinition::isMethod).count();
		int imports = (int) source.statements().stream().filter(Structure::isImport).count();
		return new Structure(source.classes().size(), all - methods, methods, imports, Nesting.of(source.statements()));
	}

	private static boolean isImport(Statement statement) {
		return statement.first().is("import") || (statement.first().is("from") && statement.has("import"));
	}

}
