/** More words for a query: synonyms and stems. */
package com.acme.memory.expansion;
