/**
 * Rewrites classes while they are built, where no agent is allowed: a plugin for Byte Buddy's own
 * Maven and Gradle plugins, which bring Byte Buddy along. Nothing else refers to this package.
 */
package io.tallyfast.build;
