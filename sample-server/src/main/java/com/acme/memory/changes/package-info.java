/** What changed in a folder between two scans. */
package com.acme.memory.changes;
