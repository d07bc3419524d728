/** From text to vector, on a pool of threads. */
package com.acme.memory.embedding;
