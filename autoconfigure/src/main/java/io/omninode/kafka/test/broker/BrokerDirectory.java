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
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.FileSystemUtils;

/**
 * The temporary directory of a cluster. While it is in use, its JVM holds a lock on a
 * file in it, so that another JVM can tell whether a directory was abandoned because its
 * owner was killed.
 * <p>
 * The name says which JVM the directory belongs to. On some systems a JVM loses a lock
 * when it opens and closes the file again, so a JVM never looks into its own directories.
 */
final class BrokerDirectory implements AutoCloseable {

	static final String LOCK_FILE = "kafka-test.lock";

	private static final Logger logger = LoggerFactory.getLogger(BrokerDirectory.class);

	private static final String PREFIX = "kafka-test-";

	private final Path path;

	private final FileChannel lock;

	private BrokerDirectory(Path path, FileChannel lock) {
		this.path = path;
		this.lock = lock;
	}

	/**
	 * Create a directory. Another JVM may believe that it is abandoned before it is
	 * locked, and remove it. In that case another one is created.
	 */
	static BrokerDirectory create(Path parent) throws IOException {
		while (true) {
			Path path = Files.createTempDirectory(parent, PREFIX + ofThisJvm());
			BrokerDirectory created = new BrokerDirectory(path, openLock(path));
			if (isLocked(created.lock) && Files.exists(path.resolve(LOCK_FILE))) {
				return created;
			}
			created.lock.close();
		}
	}

	private static FileChannel openLock(Path directory) throws IOException {
		try {
			return FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.CREATE_NEW,
					StandardOpenOption.WRITE);
		}
		catch (IOException ex) {
			Files.deleteIfExists(directory);
			throw ex;
		}
	}

	/**
	 * Lock a file. If the file system does not support locks, the file counts as locked,
	 * because no other process can hold a lock on it.
	 * @return whether this process holds the lock
	 */
	private static boolean isLocked(FileChannel channel) {
		try {
			return channel.tryLock() != null;
		}
		catch (IOException ex) {
			logger.debug("A temporary directory cannot be locked", ex);
			return true;
		}
	}

	/**
	 * Return the prefix of the directory names of this JVM. It contains the start time,
	 * because an earlier JVM may have had the same process id.
	 */
	private static String ofThisJvm() {
		ProcessHandle process = ProcessHandle.current();
		return process.pid() + "-" + process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli() + "-";
	}

	Path path() {
		return this.path;
	}

	/**
	 * Remove the directory. Closing twice has no effect.
	 */
	@Override
	public void close() {
		try (FileChannel held = this.lock) {
			remove(this.path, held);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Could not remove <" + this.path + ">", ex);
		}
	}

	/**
	 * Remove a directory while its lock is held. The lock file is deleted last, but
	 * before the lock is released, so that no other process can lock it in between.
	 */
	private static void remove(Path directory, FileChannel held) throws IOException {
		Path lock = directory.resolve(LOCK_FILE);
		if (Files.exists(directory)) {
			try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, (entry) -> !entry.equals(lock))) {
				for (Path entry : entries) {
					FileSystemUtils.deleteRecursively(entry);
				}
			}
		}
		Files.deleteIfExists(lock);
		held.close();
		Files.deleteIfExists(directory);
	}

	/**
	 * Remove the directories that other JVMs have left behind, until this thread is
	 * interrupted. A directory that cannot be removed is left in place.
	 */
	static void removeAbandoned(Path parent) {
		String own = PREFIX + ofThisJvm();
		try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
			for (Path other : others) {
				if (Thread.currentThread().isInterrupted()) {
					return;
				}
				if (!other.getFileName().toString().startsWith(own)) {
					removeIfAbandoned(other);
				}
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("Abandoned directories in <{}> cannot be removed", parent, ex);
		}
	}

	private static void removeIfAbandoned(Path directory) {
		try (FileChannel lock = FileChannel.open(directory.resolve(LOCK_FILE), StandardOpenOption.WRITE,
				LinkOption.NOFOLLOW_LINKS)) {
			if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS) && lock.tryLock() != null) {
				remove(directory, lock);
				logger.debug("Removed <{}>, which nobody uses any more", directory);
			}
		}
		catch (NoSuchFileException ex) {
			logger.trace("<{}> is no directory of an embedded broker", directory);
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("<{}> cannot be removed", directory, ex);
		}
	}

}
