/** What the server is for: storing, finding and deleting memories. */
package com.acme.memory.memories;
