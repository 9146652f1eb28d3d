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

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of a load as a browser draws it, from disk and without a network, on machines
 * that have Chromium.
 */
@EnabledIf("chromiumIsInstalled")
class LoadPageScreenshotTests {

	private static final int DARK = 0;

	private static final int LIGHT = 1;

	@TempDir
	private Path directory;

	static boolean chromiumIsInstalled() {
		return Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "chromium")));
	}

	@BeforeEach
	void keepReport() {
		LoadReportFiles files = LoadReportFiles.in(this.directory);
		files.accept(ExampleReports.calm());
		files.accept(ExampleReports.calm());
	}

	@Test
	void thePageIsLightForThoseWhoLikeItLight() throws Exception {
		BufferedImage page = draw(LIGHT);
		assertThat(brightness(page.getRGB(2, 2))).isGreaterThan(0.9);
		assertThat(pixels(page, (rgb) -> brightness(rgb) < 0.4)).as("of text").isGreaterThan(2_000);
		assertThat(pixels(page, LoadPageScreenshotTests::isColoured)).as("of lines").isGreaterThan(500);
	}

	@Test
	void thePageIsDarkForThoseWhoLikeItDark() throws Exception {
		BufferedImage page = draw(DARK);
		assertThat(brightness(page.getRGB(2, 2))).isLessThan(0.2);
		assertThat(pixels(page, (rgb) -> brightness(rgb) > 0.7)).as("of text").isGreaterThan(2_000);
		assertThat(pixels(page, LoadPageScreenshotTests::isColoured)).as("of lines").isGreaterThan(500);
	}

	private BufferedImage draw(int scheme) throws IOException, InterruptedException {
		Path image = this.directory.resolve("page.png");
		Process chromium = new ProcessBuilder("chromium", "--headless", "--no-sandbox", "--disable-gpu",
				"--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND",
				"--user-data-dir=" + this.directory.resolve("profile"),
				"--blink-settings=preferredColorScheme=" + scheme, "--window-size=1000,1800", "--screenshot=" + image,
				page().toUri().toString())
			.redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("chromium.log").toFile())
			.start();
		try {
			assertThat(chromium.waitFor(2, TimeUnit.MINUTES)).isTrue();
		}
		finally {
			chromium.destroyForcibly();
		}
		return ImageIO.read(image.toFile());
	}

	private Path page() throws IOException {
		try (Stream<Path> files = Files.list(this.directory)) {
			List<Path> pages = files.filter((file) -> file.toString().endsWith(".html")).toList();
			assertThat(pages).hasSize(1);
			return pages.get(0);
		}
	}

	private static long pixels(BufferedImage image, Predicate<Integer> filter) {
		return IntStream.range(0, image.getWidth() * image.getHeight())
			.map((index) -> image.getRGB(index % image.getWidth(), index / image.getWidth()))
			.filter(filter::test)
			.count();
	}

	private static double brightness(int rgb) {
		return hsb(rgb)[2];
	}

	private static boolean isColoured(int rgb) {
		return hsb(rgb)[1] > 0.5 && hsb(rgb)[2] > 0.3;
	}

	private static float[] hsb(int rgb) {
		Color color = new Color(rgb);
		return Color.RGBtoHSB(color.getRed(), color.getGreen(), color.getBlue(), null);
	}

}
