/** Random programs and published jars, which must not be able to tell that they were rewritten. */
package io.tallyfast.proof;
