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
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link BrokerDirectory}.
 */
class BrokerDirectoryTests {

	@TempDir
	private Path parent;

	@Test
	void closingRemovesItWithAllThatIsInIt() throws Exception {
		BrokerDirectory directory = BrokerDirectory.create(this.parent);
		Files.createFile(Files.createDirectory(directory.path().resolve("node-1")).resolve("file"));
		directory.close();
		directory.close();
		assertThat(this.parent).isEmptyDirectory();
	}

	@Test
	void whatIsNoneOfAnotherJvmThatIsGoneStays() throws Exception {
		try (BrokerDirectory own = BrokerDirectory.create(this.parent)) {
			Path unlocked = Files.createDirectory(this.parent.resolve("kafka-test-1"));
			Path file = Files.createFile(this.parent.resolve("kafka-test-2"));
			Path other = Files.createDirectory(this.parent.resolve("other"));
			Files.createFile(other.resolve(BrokerDirectory.LOCK_FILE));
			BrokerDirectory.removeAbandoned(this.parent);
			assertThat(this.parent).isDirectoryContaining(own.path()::equals)
				.isDirectoryContaining(unlocked::equals)
				.isDirectoryContaining(file::equals)
				.isDirectoryContaining(other::equals);
		}
	}

	@Test
	void oneThatNobodyHasLockedIsRemoved() throws Exception {
		abandoned("kafka-test-1");
		abandoned("kafka-test-2");
		BrokerDirectory.removeAbandoned(this.parent);
		assertThat(this.parent).isEmptyDirectory();
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aLinkIsNotFollowed() throws Exception {
		Path elsewhere = abandoned("elsewhere");
		Path link = Files.createSymbolicLink(this.parent.resolve("kafka-test-1"), elsewhere);
		BrokerDirectory.removeAbandoned(this.parent);
		assertThat(elsewhere.resolve("node-1").resolve("file")).exists();
		assertThat(link).isSymbolicLink();
	}

	@Test
	void anInterruptEndsTheSearch() throws Exception {
		Path left = abandoned("kafka-test-1");
		Thread.currentThread().interrupt();
		BrokerDirectory.removeAbandoned(this.parent);
		assertThat(Thread.interrupted()).isTrue();
		assertThat(left).exists();
	}

	@Test
	void whereThereIsNoParentNothingIsRemovedOrCreated() {
		Path missing = this.parent.resolve("missing");
		BrokerDirectory.removeAbandoned(missing);
		assertThatIOException().isThrownBy(() -> BrokerDirectory.create(missing));
		assertThat(missing).doesNotExist();
	}

	private Path abandoned(String name) throws IOException {
		Path directory = Files.createDirectory(this.parent.resolve(name));
		Files.createFile(directory.resolve(BrokerDirectory.LOCK_FILE));
		Files.createFile(Files.createDirectory(directory.resolve("node-1")).resolve("file"));
		return directory;
	}

}
