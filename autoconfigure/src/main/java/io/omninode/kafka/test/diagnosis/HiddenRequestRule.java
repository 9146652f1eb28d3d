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

package io.omninode.kafka.test.diagnosis;

import java.util.List;

/**
 * The request is in a transaction: who reads what is committed has not got it.
 */
final class HiddenRequestRule implements Rule {

	@Override
	public List<Finding> judge(Picture picture) {
		return picture.appearances()
			.found()
			.stream()
			.filter((appearance) -> picture.isRequest(appearance) && picture.appearances().isHidden(appearance))
			.limit(1)
			.map((appearance) -> finding(appearance, picture))
			.toList();
	}

	private static Finding finding(Appearance appearance, Picture picture) {
		boolean isOpen = picture.appearances().hidden().get(appearance.place()) == Cause.OPEN_TRANSACTION;
		return isOpen
				? Finding.certain(Cause.OPEN_TRANSACTION,
						"the request is at " + appearance.place() + ", where a transaction is open, which hides it",
						"commit the transaction in which it is sent")
				: Finding.certain(Cause.ABORTED_TRANSACTION,
						"the request was sent to " + appearance.place() + ", in a transaction that was aborted",
						"see why the transaction was rolled back");
	}

}
