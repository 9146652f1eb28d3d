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

package io.omninode.kafka.test.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

import kafka.Kafka;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * What a {@link KafkaProcess} runs: formats the storage, then is Kafka. It ends with the
 * process that started it, however that one ends.
 */
public final class KafkaNode {

	private KafkaNode() {
	}

	public static void main(String[] args) throws Exception {
		Thread parent = new Thread(KafkaNode::endWithParent, "kafka-test-parent");
		parent.setDaemon(true);
		parent.start();
		format(load(Path.of(args[0])));
		Kafka.main(args);
	}

	private static void endWithParent() {
		try {
			System.in.transferTo(OutputStream.nullOutputStream());
		}
		catch (IOException ex) {
			System.err.println("The process that started this one is gone: " + ex);
		}
		Runtime.getRuntime().halt(1);
	}

	private static Properties load(Path file) throws IOException {
		Properties properties = new Properties();
		try (InputStream in = Files.newInputStream(file)) {
			properties.load(in);
		}
		return properties;
	}

	private static void format(Properties properties) throws Exception {
		try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
			new Formatter().setClusterId(Uuid.randomUuid().toString())
				.setNodeId(Integer.parseInt(properties.getProperty("node.id")))
				.setControllerListenerName(properties.getProperty("controller.listener.names"))
				.setDirectories(List.of(properties.getProperty("log.dirs")))
				.setPrintStream(silent)
				.run();
		}
	}

}
