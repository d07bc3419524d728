/** A second look at the order of what a query found. */
package com.acme.memory.ranking;
