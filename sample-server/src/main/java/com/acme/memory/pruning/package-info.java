/** Deleting memories that are old and that nobody uses. */
package com.acme.memory.pruning;
