/** Benchmarks; {@code src/bench/jmh.py} runs them and writes the table. */
package io.tallyfast.bench;
