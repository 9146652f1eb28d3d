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

package io.omninode.kafka.test.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the reports of loads in a directory: {@code <name>.json}, and {@code <name>.html}
 * with plots and a comparison with the previous report of that name. The directory is
 * created when there is a report to keep.
 * <p>
 * Safe for use by several threads.
 *
 * @since 0.1.0
 */
@API(status = Status.INTERNAL)
public final class LoadReportFiles implements Consumer<LoadReport> {

	private static final Logger logger = LoggerFactory.getLogger(LoadReportFiles.class);

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final Path directory;

	private LoadReportFiles(Path directory) {
		this.directory = directory;
	}

	/**
	 * Return an instance that keeps reports in a directory.
	 * @param directory the directory
	 * @return the instance
	 */
	public static LoadReportFiles in(Path directory) {
		return new LoadReportFiles(directory);
	}

	/**
	 * Keep a report.
	 * @param report the report
	 * @throws UncheckedIOException if it cannot be written
	 */
	@Override
	public synchronized void accept(LoadReport report) {
		Path json = file(report, ".json");
		Path html = file(report, ".html");
		JsonNode previous = read(json);
		JsonNode current = new LoadJson(report).toNode();
		try {
			Files.createDirectories(this.directory);
			Files.writeString(json, this.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(current));
			Files.writeString(html, new LoadPage(current, previous).toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Directory <" + this.directory + "> cannot be written: " + ex.getMessage(),
					ex);
		}
		logger.info("{}\n  report      {}", report.table().stripTrailing(), html);
	}

	private Path file(LoadReport report, String extension) {
		return this.directory.resolve(report.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + extension);
	}

	/**
	 * Read the previous report of that name, if it can be read.
	 */
	private @Nullable JsonNode read(Path json) {
		try {
			JsonNode node = Files.exists(json) ? this.mapper.readTree(Files.readAllBytes(json)) : null;
			return (node != null && node.path("schema").asInt(0) == LoadJson.SCHEMA) ? node : null;
		}
		catch (IOException | JacksonException ex) {
			logger.debug("The earlier report {} cannot be read", json, ex);
			return null;
		}
	}

}
