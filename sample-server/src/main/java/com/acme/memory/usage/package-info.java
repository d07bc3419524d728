/** What kind of memories people store. */
package com.acme.memory.usage;
