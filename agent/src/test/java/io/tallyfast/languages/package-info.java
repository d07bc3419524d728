/** The audit finds the same, whichever compiler made the class files. */
package io.tallyfast.languages;
