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

package io.omninode.kafka.test.listener;

import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.adapter.HandlerAdapter;
import org.springframework.kafka.listener.adapter.InvocationResult;
import org.springframework.messaging.Message;
import org.springframework.messaging.handler.invocation.InvocableHandlerMethod;
import org.springframework.util.ReflectionUtils;

/**
 * Calls a listener method as the application's own handler does, and looks at what it
 * returns.
 */
final class WatchingHandler extends HandlerAdapter {

	private final HandlerAdapter own;

	private final BackgroundWork background;

	/**
	 * Create an instance. The base class asks for a method, which is never called.
	 */
	WatchingHandler(HandlerAdapter own, BackgroundWork background) {
		super(new InvocableHandlerMethod(own, method()));
		this.own = own;
		this.background = background;
	}

	HandlerAdapter own() {
		return this.own;
	}

	private static Method method() {
		Method method = ReflectionUtils.findMethod(Object.class, "toString");
		if (method == null) {
			throw new IllegalStateException("An object has no text");
		}
		return method;
	}

	@Override
	public boolean isAsyncReplies() {
		return this.own.isAsyncReplies();
	}

	@Override
	public @Nullable Object invoke(Message<?> message, @Nullable Object... providedArgs) throws Exception {
		this.background.invoke();
		try {
			return this.background.begin(this.own.invoke(message, providedArgs));
		}
		catch (Exception ex) {
			OwnCalls.removeFrom(ex);
			throw ex;
		}
		catch (Error ex) {
			OwnCalls.removeFrom(ex);
			this.background.lastCall().die(ex);
			throw ex;
		}
	}

	@Override
	public String getMethodAsString(Object payload) {
		return this.own.getMethodAsString(payload);
	}

	@Override
	public Object getBean() {
		return this.own.getBean();
	}

	@Override
	public @Nullable InvocationResult getInvocationResultFor(Object result, @Nullable Object inboundPayload) {
		return this.own.getInvocationResultFor(result, inboundPayload);
	}

}
