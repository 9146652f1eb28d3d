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

/**
 * A line of a plot.
 *
 * @param name its name
 * @param style its CSS class, which defines its colour
 * @param points the points of the line, which has a gap where there is no value
 */
record Line(String name, String style, List<Point> points) {

	/**
	 * A point of a line.
	 *
	 * @param x its position on the horizontal axis
	 * @param y its position on the vertical axis, or {@code NaN} if there is no value
	 * @param label the text shown when the mouse points at it
	 */
	record Point(double x, double y, String label) {

		boolean isGap() {
			return Double.isNaN(this.y);
		}

	}

}
