/** The memory server: its parts put together, and its entry point. */
package com.acme.memory;
