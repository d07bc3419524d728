/** What is rewritten while it is built. */
package io.tallyfast.woven;
