/** The conversations that clients report: their sessions and turns. */
package com.acme.memory.conversations;
