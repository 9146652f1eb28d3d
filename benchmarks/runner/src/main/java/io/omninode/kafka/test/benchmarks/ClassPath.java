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

package io.omninode.kafka.test.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The class path of a case, as Maven has resolved it.
 *
 * @param value its value
 */
record ClassPath(String value) {

	static ClassPath of(Path benchmarks, Case testCase) {
		Path target = benchmarks.resolve(testCase.module()).resolve("target");
		Path tests = target.resolve("benchmark-tests.jar");
		try {
			return new ClassPath(tests + File.pathSeparator + Files.readString(target.resolve("class-path.txt")));
		}
		catch (IOException ex) {
			throw new BenchmarkException("No class path for " + testCase, ex);
		}
	}

	/**
	 * Return the version of a jar, or test jar, on this class path.
	 * @param artifact its name without the version
	 */
	String version(String artifact) {
		Matcher matcher = Pattern.compile("[/\\\\]" + artifact + "-(\\d[^/\\\\]*?)(?:-test)?\\.jar")
			.matcher(this.value);
		return matcher.find() ? matcher.group(1) : "none";
	}

}
