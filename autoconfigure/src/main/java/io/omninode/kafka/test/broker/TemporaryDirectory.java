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

package io.omninode.kafka.test.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A directory in the temporary directory of the JVM. If the JVM is killed, the next
 * embedded broker removes it.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class TemporaryDirectory implements AutoCloseable {

	private final BrokerDirectory directory;

	private TemporaryDirectory(BrokerDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Create a directory.
	 * @return the directory, which the caller has to close
	 */
	public static TemporaryDirectory create() {
		try {
			return new TemporaryDirectory(BrokerDirectory.create(Path.of(System.getProperty("java.io.tmpdir"))));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No temporary directory can be created", ex);
		}
	}

	/**
	 * Return where it is.
	 * @return the path
	 */
	public Path path() {
		return this.directory.path();
	}

	/**
	 * Remove the directory and its contents. Closing twice has no effect.
	 */
	@Override
	public void close() {
		this.directory.close();
	}

}
