/** Folders whose files are remembered, and remembered anew when they change. */
package com.acme.memory.files;
