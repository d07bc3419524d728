/** How tags are used. */
package com.acme.memory.tags;
