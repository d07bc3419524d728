/** Memories of the history of Git repositories. */
package com.acme.memory.git;
