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

package io.omninode.kafka.test.load;

import java.time.Duration;

import io.omninode.kafka.test.report.LoadSecond;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Progress}.
 */
@ExtendWith(OutputCaptureExtension.class)
class ProgressTests {

	private static final long SECOND = 1_000_000_000;

	private static final LoadSecond LAST = new LoadSecond(Duration.ofSeconds(10), Duration.ofSeconds(1), 500, 490, 0, 0,
			12, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

	private static final String LINE = "Load <peak>: 25% done, 490/s, 12 in flight, p99 8.5ms, 3 errors, 30s left";

	@Test
	void theLogGetsALineEveryFiveSeconds(CapturedOutput output) {
		Progress progress = new Progress("peak", 0);
		for (int second = 1; second < 10; second++) {
			progress.update(second * SECOND, state(0.25, 3));
		}
		assertThat(output.getOut().split("Load <peak>", -1)).hasSize(2);
		assertThat(output).contains(LINE);
	}

	@Test
	void theTimeThatIsLeftMayNotBeKnown(CapturedOutput output) {
		new Progress("peak", 0).update(6 * SECOND, state(0, 0));
		assertThat(output).contains("0% done, 490/s, 12 in flight, p99 8.5ms, 0 errors, time left not known");
	}

	private static Progress.State state(double done, long errors) {
		return new Progress.State(done, LAST, Duration.ofNanos(8_500_000), errors);
	}

}
