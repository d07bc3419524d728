/** Memories in a Lucene index: added, deleted, and found by words and by meaning. */
package com.acme.memory.index;
