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

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * A plot of lines over two axes, as SVG within a page.
 *
 * @param title what it shows
 * @param lines the lines
 * @param x the horizontal axis
 * @param y the vertical axis
 */
record Plot(String title, List<Line> lines, Scale x, Scale y) {

	private static final int WIDTH = 720;

	private static final int HEIGHT = 260;

	private static final int LEFT = 64;

	private static final int RIGHT = 16;

	private static final int TOP = 12;

	private static final int BOTTOM = 44;

	private static final int MAX_MARKS = 80;

	@Override
	public String toString() {
		StringBuilder svg = new StringBuilder();
		svg.append("<figure><figcaption>").append(Html.escape(this.title)).append(legend()).append("</figcaption>\n");
		svg.append(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n", WIDTH,
				HEIGHT, Html.escape(this.title)));
		this.y.ticks().forEach((tick) -> svg.append(horizontal(tick)));
		this.x.ticks().forEach((tick) -> svg.append(vertical(tick)));
		svg.append(text("axis", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", this.x.name()));
		this.lines.forEach((line) -> svg.append(line(line)));
		return svg.append("</svg></figure>\n").toString();
	}

	private String legend() {
		StringBuilder legend = new StringBuilder();
		this.lines.forEach((line) -> legend.append("<span class=\"key ")
			.append(line.style())
			.append("\"><i></i>")
			.append(Html.escape(line.name()))
			.append("</span>"));
		return legend.toString();
	}

	private String horizontal(double tick) {
		double at = top(tick);
		return String.format(Locale.ROOT, "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n", LEFT,
				at, WIDTH - RIGHT, at) + text("tick", LEFT - 8, at + 4, "end", this.y.label().apply(tick));
	}

	private String vertical(double tick) {
		return text("tick", left(tick), HEIGHT - BOTTOM + 18, "middle", this.x.label().apply(tick));
	}

	private static String text(String style, double x, double y, String anchor, String text) {
		return String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
				style, x, y, anchor, Html.escape(text));
	}

	private String line(Line line) {
		StringBuilder svg = new StringBuilder("<g class=\"").append(line.style()).append("\"><path d=\"");
		String command = "M";
		for (Line.Point point : line.points()) {
			svg.append(point.isGap() ? "" : at(command, point));
			command = point.isGap() ? "M" : "L";
		}
		return svg.append("\"/>\n").append(marks(line)).append("</g>\n").toString();
	}

	private String at(String command, Line.Point point) {
		return String.format(Locale.ROOT, "%s%.1f,%.1f ", command, left(point.x()), top(point.y()));
	}

	private String marks(Line line) {
		StringBuilder svg = new StringBuilder();
		int every = line.points().size() / MAX_MARKS + 1;
		for (int i = 0; i < line.points().size(); i += every) {
			Line.Point point = line.points().get(i);
			svg.append(point.isGap() ? "" : mark(line.name(), point));
		}
		return svg.toString();
	}

	private String mark(String name, Line.Point point) {
		return String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"><title>%s</title></circle>%n",
				left(point.x()), top(point.y()), Html.escape(name + ": " + point.label()));
	}

	private double left(double value) {
		return LEFT + this.x.axis().position(value) * (WIDTH - LEFT - RIGHT);
	}

	private double top(double value) {
		return HEIGHT - BOTTOM - this.y.axis().position(value) * (HEIGHT - TOP - BOTTOM);
	}

	/**
	 * An axis with its labels.
	 *
	 * @param name what it measures
	 * @param axis the axis
	 * @param ticks the values that are labelled
	 * @param label creates the labels
	 */
	record Scale(String name, Axis axis, List<Double> ticks, DoubleFunction<String> label) {

		Scale(String name, Axis axis, DoubleFunction<String> label) {
			this(name, axis, axis.ticks(), label);
		}

	}

}
