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

/**
 * How pages look, in light and dark.
 */
final class PageStyle {

	private static final String CSS = """
			:root { color-scheme: light dark; --back: #fcfcfb; --text: #1c1c1a; --soft: #6b6a65; --grid: #e4e3de;
			  --a: #2468c8; --b: #c2570c; --c: #7a3db8; --d: #6f7d1a; --before: #8a8983; --remark: #fdf1d8; --bad: #c0392b; }
			@media (prefers-color-scheme: dark) { :root { --back: #1a1a19; --text: #ecebe6; --soft: #a3a29b; --grid: #383835;
			  --a: #6ea4f4; --b: #f0955a; --c: #c39bf0; --d: #b9c85a; --before: #97968f; --remark: #3d3216; --bad: #f0766a; } }
			body { margin: 0; background: var(--back); color: var(--text);
			  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
			main { max-width: 760px; margin: 0 auto; padding: 24px 20px 64px; }
			h1 { font-size: 24px; margin: 0; overflow-wrap: anywhere; }
			h2 { font-size: 17px; margin: 36px 0 8px; }
			.sub { color: var(--soft); margin: 4px 0; }
			.remark { background: var(--remark); padding: 10px 14px; border-radius: 6px; }
			table { border-collapse: collapse; width: 100%; }
			th { text-align: right; font-weight: 600; color: var(--soft); }
			th:first-child, td:first-child { text-align: left; }
			th, td { padding: 4px 10px 4px 0; border-bottom: 1px solid var(--grid); overflow-wrap: anywhere; }
			.number { text-align: right; font-variant-numeric: tabular-nums; }
			.bar { width: 30%; } .bar i { display: block; height: 10px; background: var(--bad); border-radius: 2px; }
			figure { margin: 8px 0 24px; } figcaption { font-weight: 600; }
			svg { width: 100%; height: auto; display: block; margin-top: 6px; }
			.key { font-weight: 400; color: var(--soft); margin-left: 16px; white-space: nowrap; }
			.key i { display: inline-block; width: 14px; height: 3px; margin-right: 6px; vertical-align: middle; }
			.grid { stroke: var(--grid); } .tick, .axis { fill: var(--soft); font-size: 12px; }
			path { fill: none; stroke-width: 2; stroke-linejoin: round; }
			.a path { stroke: var(--a); } .a circle { fill: var(--a); } .a i { background: var(--a); }
			.b path { stroke: var(--b); } .b circle { fill: var(--b); } .b i { background: var(--b); }
			.c path { stroke: var(--c); } .c circle { fill: var(--c); } .c i { background: var(--c); }
			.d path { stroke: var(--d); } .d circle { fill: var(--d); } .d i { background: var(--d); }
			.before path { stroke: var(--before); stroke-dasharray: 5 4; } .before circle { fill: var(--before); }
			.before i { background: var(--before); }
			""";

	private PageStyle() {
	}

	/**
	 * Return the beginning of a page.
	 */
	static String head(String title) {
		return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
				+ "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + title
				+ "</title>\n<style>\n" + CSS + "</style></head>\n<body><main>\n";
	}

}
