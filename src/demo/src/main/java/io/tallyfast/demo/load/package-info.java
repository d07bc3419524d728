/** The load: what drives the sample server, and what its statistics must say afterwards. */
package io.tallyfast.demo.load;
