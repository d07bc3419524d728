/** Memories of what Java sources say about themselves. */
package com.acme.memory.docstrings;
