/**
 * Finds the class files below the paths that a user names, has them judged together, and compares
 * with what a baseline accepts. Writes nothing but baselines.
 */
package io.tallyfast.audit;
