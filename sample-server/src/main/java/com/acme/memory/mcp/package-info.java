/** The Model Context Protocol: the endpoint, its tools, and their use. */
package com.acme.memory.mcp;
