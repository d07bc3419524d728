/** Suggesting memories: for a context that a client gives, and unasked in a conversation. */
package com.acme.memory.suggestions;
