package com.acme.memory.index;

import com.acme.memory.embedding.Embedding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/**
 * All memories in one Lucene index, on disk or in memory. A memory is found by the first query
 * after it was stored; on disk it is safe once {@link #add} returned. Thread-safe.
 *
 * <p>Every method throws {@link UncheckedIOException} if the disk fails.
 */
public final class MemoryIndex implements AutoCloseable {

  private final Directory directory;
  private final boolean durable;
  private final StandardAnalyzer analyzer = new StandardAnalyzer();
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final HybridSearch search;

  private MemoryIndex(Directory directory, boolean durable) throws IOException {
    this.directory = directory;
    this.durable = durable;
    // Queries reopen the index, and that should not wait for merges.
    IndexWriterConfig config = new IndexWriterConfig(analyzer).setMaxFullFlushMergeWaitMillis(0);
    this.writer = new IndexWriter(directory, config);
    this.searchers = new SearcherManager(writer, new SearcherFactory());
    this.search = new HybridSearch(analyzer);
  }

  /** Opens an index that ends with the process. */
  public static MemoryIndex inMemory() {
    try {
      return new MemoryIndex(new ByteBuffersDirectory(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens or creates the index in this folder. Only one process may have it open. */
  public static MemoryIndex onDisk(Path folder) {
    try {
      return new MemoryIndex(FSDirectory.open(folder), true);
    } catch (LockObtainFailedException e) {
      throw new UncheckedIOException("the folder " + folder + " is in use", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be used: " + e, e);
    }
  }

  /** Adds a memory and returns the bytes of its content. */
  public long add(Memory memory, Embedding embedding) {
    try {
      writer.addDocument(Documents.of(memory, embedding));
      save();
      return memory.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the memory with this id and returns how many there were: 0 or 1. */
  public synchronized int delete(String id) {
    // One at a time: two that delete the same memory at once must not both say that they did.
    Term term = new Term(Documents.ID, id);
    try {
      searchers.maybeRefreshBlocking();
      int found = withSearcher(searcher -> searcher.count(new TermQuery(term)));
      if (found > 0) {
        writer.deleteDocuments(term);
        save();
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Finds the best memories by words and by meaning.
   *
   * @param tags only memories with one of these; empty for all
   * @return best first, at most {@code limit}
   */
  public List<Hit> search(String text, Embedding embedding, List<String> tags, int limit) {
    try {
      // Not the blocking form: one thread reopens, and the others do not wait for it.
      searchers.maybeRefresh();
      return withSearcher(searcher -> search.run(searcher, text, embedding, tags, limit));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns memories that were stored before then, at most {@code limit}, in no order. */
  public List<Memory> olderThan(Instant then, int limit) {
    Query old =
        LongPoint.newRangeQuery(
            Documents.CREATED_MILLIS, Long.MIN_VALUE, Math.subtractExact(then.toEpochMilli(), 1));
    try {
      searchers.maybeRefreshBlocking();
      return withSearcher(searcher -> memories(searcher, searcher.search(old, limit)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Memory> memories(IndexSearcher searcher, TopDocs found) throws IOException {
    StoredFields fields = searcher.storedFields();
    List<Memory> memories = new ArrayList<>();
    for (ScoreDoc document : found.scoreDocs) {
      memories.add(Documents.memory(fields.document(document.doc)));
    }
    return memories;
  }

  /** Returns how many memories there are. */
  public int size() {
    try {
      searchers.maybeRefreshBlocking();
      return withSearcher(searcher -> searcher.getIndexReader().numDocs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save() throws IOException {
    if (durable) {
      writer.commit();
    }
  }

  private <T> T withSearcher(Work<T> work) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return work.run(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  /** Commits and closes the index. */
  @Override
  public void close() {
    try (directory;
        analyzer;
        writer;
        searchers) {
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work<T> {
    T run(IndexSearcher searcher) throws IOException;
  }
}
