/** Reports: the same summary and findings, shown to one visitor for each format. */
package io.tallyfast.report;
