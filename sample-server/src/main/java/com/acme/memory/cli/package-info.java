/** The command line. */
package com.acme.memory.cli;
