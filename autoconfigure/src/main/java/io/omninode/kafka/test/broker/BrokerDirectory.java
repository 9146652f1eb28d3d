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
 * The temporary directory of a cluster. While it is in use its JVM holds the lock on a
 * file in it, so that another JVM can tell that a directory is abandoned: its owner was
 * killed.
 * <p>
 * The name says which JVM the directory belongs to. On some systems a JVM loses a lock
 * when it opens and closes the file another time, so no JVM looks into its own.
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
	 * Create a directory. Another JVM may take it for abandoned before it is locked: then
	 * it is gone, or is about to be, and another one is created.
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
	 * Lock a file. Where the file system has no locks, the file counts as locked: no
	 * other process can hold a lock on it.
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
	 * Return what the names of this JVM alone begin with: an earlier one may have had the
	 * same process id.
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
	 * Remove a directory while its lock is held. The file of the lock goes last, and
	 * before the lock is released: a lock that is taken later is one on no file.
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
	 * interrupted. One that cannot be removed stays.
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
