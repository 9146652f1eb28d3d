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

package io.omninode.kafka.integration.avro;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * What a sensor has measured, as Avro's compiler would write the class.
 */
public class Measurement extends SpecificRecordBase {

	static final Schema SCHEMA = SchemaBuilder.record("Measurement")
		.namespace(Measurement.class.getPackageName())
		.fields()
		.requiredString("sensor")
		.requiredLong("value")
		.endRecord();

	private String sensor = "";

	private long value;

	/**
	 * Create an empty instance.
	 */
	public Measurement() {
	}

	/**
	 * Create an instance.
	 * @param sensor the sensor
	 * @param value what it has measured
	 */
	public Measurement(String sensor, long value) {
		this.sensor = sensor;
		this.value = value;
	}

	@Override
	public Schema getSchema() {
		return SCHEMA;
	}

	@Override
	public Object get(int field) {
		return (field == 0) ? this.sensor : this.value;
	}

	@Override
	public void put(int field, Object fieldValue) {
		if (field == 0) {
			this.sensor = fieldValue.toString();
		}
		else {
			this.value = (Long) fieldValue;
		}
	}

}
