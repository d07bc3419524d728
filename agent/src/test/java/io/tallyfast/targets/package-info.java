/** Small programs, one form of counted update each. Their comments say what is expected. */
package io.tallyfast.targets;
