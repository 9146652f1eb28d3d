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
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link LoadReportFiles}.
 */
class LoadReportFilesTests {

	@TempDir
	private Path directory;

	@Test
	void theJsonHasTheFieldsOfItsSchema() throws IOException {
		JsonNode json = json(keep(ExampleReports.faulty("faulty")));
		assertThat(json.propertyNames()).containsExactlyInAnyOrder("schema", "name", "plan", "started_at",
				"duration_ms", "interrupted", "throughput", "counts", "response_time", "service_time", "send_delay",
				"generator", "seconds", "lost");
		assertThat(json.get("schema").asInt()).isEqualTo(1);
		assertThat(json.get("counts").toString())
			.isEqualTo("{\"sent\":130,\"acknowledged\":120,\"replied\":100,\"timed_out\":15,\"late\":3,\"lost\":12,"
					+ "\"duplicates\":2,\"out_of_order\":1,\"unfinished\":5,\"failed\":10,"
					+ "\"failures\":{\"TimeoutException\":10}}");
		assertThat(json.at("/response_time").propertyNames()).containsExactly("count", "mean_ms", "p50_ms", "p90_ms",
				"p99_ms", "p999_ms", "max_ms", "curve");
		assertThat(json.at("/response_time/curve")).hasSize(14);
		assertThat(json.at("/generator").propertyNames()).containsExactly("bottleneck", "send_delay_p99_ms", "cpu",
				"buffer_wait_ms", "limited", "reasons");
		assertThat(json.at("/seconds/1").toString())
			.isEqualTo("{\"end_ms\":2000.0,\"length_ms\":1000.0,\"sent\":50,\"replied\":60,\"failed\":0,"
					+ "\"timed_out\":0,\"in_flight\":0,\"p50_ms\":50.0,\"p90_ms\":90.0,\"p99_ms\":99.0,\"max_ms\":100.0}");
		assertThat(json.at("/lost/0").toString())
			.isEqualTo("{\"number\":3,\"correlation_id\":\"id-3\",\"key\":\"k<1>\","
					+ "\"topic\":\"orders\",\"partition\":0,\"offset\":17}");
	}

	@Test
	void eachStepHasItsFigures() throws Exception {
		Path page = keep(ExampleReports.stepped());
		assertThat(json(page).at("/steps")).hasSize(2);
		assertThat(json(page).at("/steps/0").toString())
			.startsWith(
					"{\"from_rate\":10,\"to_rate\":50,\"length_ms\":1000.0,\"sent\":30,\"replied\":100,\"failed\":0,"
							+ "\"timed_out\":0,\"p50_ms\":50.0")
			.contains("\"p90_ms\":", "\"p99_ms\":", "\"max_ms\":");
		String html = Files.readString(page);
		assertThat(html).contains("<h2>Steps</h2>", "<td>10-50/s for 1 s</td><td class=\"number\">30</td>",
				"<td>50/s for 1 s</td><td class=\"number\">50</td>");
		assertThat(parse(html).getElementsByTagName("table").getLength()).isEqualTo(3);
	}

	@Test
	void thePageIsWellFormedAndNeedsNothingElse() throws Exception {
		Path page = keep(ExampleReports.faulty("a <b> & \"c\""));
		String html = Files.readString(page);
		assertThat(page.getFileName()).hasToString("a-b-c-.html");
		assertThat(html).contains("<h1>Load a &lt;b&gt; &amp; &quot;c&quot;</h1>")
			.doesNotContain("<script", "http:", "https:", "url(", "@import", "<b>", "k<1>")
			.contains("prefers-color-scheme: dark");
		Document document = parse(html);
		assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(3);
		assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(8);
		assertThat(html).contains("The generator was the bottleneck: requests left 30ms late (p99); ")
			.contains("<td>failed: TimeoutException</td><td class=\"number\">10</td><td class=\"number\">7.692%</td>")
			.contains("<td>id-3</td><td>k&lt;1&gt;</td><td>orders-0@17</td>")
			.contains("<td>id-4</td><td></td><td>orders, not acknowledged</td>")
			.doesNotContain("before</th>");
	}

	@Test
	void aSecondReportIsComparedWithTheFirst() throws Exception {
		keep(ExampleReports.calm());
		String html = Files.readString(keep(ExampleReports.calm()));
		assertThat(parse(html).getElementsByTagName("path").getLength()).isEqualTo(9);
		assertThat(html).contains("<th>before</th>")
			.contains("<td>Response time p99</td><td class=\"number\">99.02 ms</td>"
					+ "<td class=\"number\">99.02 ms</td><td class=\"number\">0%</td>")
			.contains("Before: 2026-01-02T03:04:05Z");
	}

	@Test
	void aLineIsInterruptedWhereThereIsNothing() {
		Line line = new Line("p50", "a", List.of(new Line.Point(0, 1, "one"), new Line.Point(1, 2, "two"),
				new Line.Point(2, Double.NaN, "none"), new Line.Point(3, 1, "three")));
		Plot plot = new Plot("times", List.of(line), new Plot.Scale("s", Axis.linear(3), Html::number),
				new Plot.Scale("", Axis.linear(2), Html::number));
		assertThat(plot.toString()).containsPattern("d=\"M[\\d.,]+ L[\\d.,]+ M[\\d.,]+ \"")
			.contains("<title>p50: three</title>")
			.doesNotContain("p50: none", "NaN");
	}

	@Test
	void anAxisHasRoundSteps() {
		assertThat(Axis.linear(730).ticks()).containsExactly(0.0, 200.0, 400.0, 600.0, 800.0);
		assertThat(Axis.linear(0).max()).isPositive();
		assertThat(Axis.logarithmic(3, 250).ticks()).containsExactly(1.0, 10.0, 100.0, 1000.0);
		assertThat(Axis.logarithmic(1, 100).position(10)).isEqualTo(0.5);
		assertThat(Axis.linear(10).position(20)).isEqualTo(1);
	}

	@Test
	void anEarlierReportThatCannotBeReadIsPassedOver() throws IOException {
		Files.writeString(this.directory.resolve("calm.json"), "{ this is");
		assertThat(Files.readString(keep(ExampleReports.calm()))).doesNotContain("<th>before</th>");
		Files.writeString(this.directory.resolve("calm.json"), "{\"schema\":99}");
		assertThat(Files.readString(keep(ExampleReports.calm()))).doesNotContain("<th>before</th>");
	}

	@Test
	void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
		Path file = Files.createFile(this.directory.resolve("file"));
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> LoadReportFiles.in(file.resolve("below")).accept(ExampleReports.calm()))
			.withMessageStartingWith("Directory <" + file.resolve("below") + "> cannot be written: ");
	}

	private Path keep(LoadReport report) {
		LoadReportFiles.in(this.directory).accept(report);
		return this.directory.resolve(report.name().replaceAll("[^\\w]+", "-") + ".html");
	}

	private static JsonNode json(Path page) throws IOException {
		Path json = page.resolveSibling(page.getFileName().toString().replace(".html", ".json"));
		return JsonMapper.builder().build().readTree(Files.readAllBytes(json));
	}

	private static Document parse(String html) throws Exception {
		String body = html.substring(html.indexOf("<body>"), html.indexOf("</body>") + "</body>".length());
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new java.io.ByteArrayInputStream(
					body.replace("&middot;", "-").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
	}

}
