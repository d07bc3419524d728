import java.lang.management.ManagementFactory;
import java.util.Random;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Indexes documents and searches them over and over; prints how often in a second of CPU time, by round. */
public final class LuceneLoop {
  private LuceneLoop() {}

  /** That of this thread: what else the machine does matters less. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    for (int round = 0; round < rounds; round++) {
      long begin = cpuTime();
      long end = begin + 1_000_000_000L;
      int done = 0;
      while (cpuTime() < end) {
        indexAndSearch(new Random(42));
        done++;
      }
      System.out.println(done * 1e9 / (cpuTime() - begin));
    }
  }

  private static void indexAndSearch(Random random) throws Exception {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new StandardAnalyzer()))) {
      for (int i = 0; i < 400; i++) {
        Document document = new Document();
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < 40; w++) {
          text.append("word").append(random.nextInt(200)).append(' ');
        }
        document.add(new TextField("text", text.toString(), Field.Store.YES));
        document.add(new IntPoint("number", i));
        writer.addDocument(document);
      }
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (int i = 0; i < 200; i++) {
        BooleanQuery query =
            new BooleanQuery.Builder()
                .add(new TermQuery(new Term("text", "word" + i)), BooleanClause.Occur.SHOULD)
                .add(new TermQuery(new Term("text", "word" + (i + 1) % 200)), BooleanClause.Occur.SHOULD)
                .add(IntPoint.newRangeQuery("number", 0, 200), BooleanClause.Occur.FILTER)
                .build();
        if (searcher.search(query, 10).totalHits.value < 0) {
          throw new IllegalStateException();
        }
      }
    }
  }
}
