/**
 * Measures replies, flows and loads beside what else gives them.
 */
@NullMarked
package io.omninode.kafka.test.benchmarks.exchanges;

import org.jspecify.annotations.NullMarked;
