package com.acme.memory.expansion;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Analyzes texts into their words, with synonyms, or with their stems. Thread-safe. */
final class Words implements AutoCloseable {

  private static final String SYNONYMS = "synonyms.txt";

  private final Analyzer plain = analyzer(UnaryOperator.identity());
  private final Analyzer stemming = analyzer(KStemFilter::new);
  private final Analyzer synonymous;

  /** Reads the synonyms, which are a part of the server. */
  Words() {
    SynonymMap synonyms = synonyms();
    synonymous = analyzer(words -> new SynonymGraphFilter(words, synonyms, true));
  }

  private static Analyzer analyzer(UnaryOperator<TokenStream> filter) {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(tokenizer, filter.apply(new LowerCaseFilter(tokenizer)));
      }
    };
  }

  private static SynonymMap synonyms() {
    try (InputStream in = Words.class.getResourceAsStream(SYNONYMS);
        Analyzer analyzer = new StandardAnalyzer()) {
      SolrSynonymParser parser = new SolrSynonymParser(true, true, analyzer);
      parser.parse(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parser.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException(SYNONYMS + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the words of the text in lower case, in their order. */
  Set<String> of(String text) {
    return analyzed(plain, text);
  }

  /** Returns the words of the text and their synonyms. */
  Set<String> withSynonyms(String text) {
    return analyzed(synonymous, text);
  }

  /** Returns the stems of the words of the text. */
  Set<String> stems(String text) {
    return analyzed(stemming, text);
  }

  private static Set<String> analyzed(Analyzer analyzer, String text) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  @Override
  public void close() {
    plain.close();
    stemming.close();
    synonymous.close();
  }
}
