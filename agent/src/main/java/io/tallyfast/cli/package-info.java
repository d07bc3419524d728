/** The command line. The only package that uses picocli; never on the path of premain. */
package io.tallyfast.cli;
