package com.acme.memory.index;

import com.acme.memory.embedding.Embedding;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;

/** Memories as Lucene documents, and back. Stateless. */
final class Documents {

  static final String ID = "id";
  static final String CONTENT = "content";
  static final String TAG = "tag";
  static final String CREATED = "created";
  static final String CREATED_MILLIS = "created_millis";
  static final String VECTOR = "vector";

  private Documents() {}

  static Document of(Memory memory, Embedding embedding) {
    Document document = new Document();
    document.add(new StringField(ID, memory.id(), Field.Store.YES));
    document.add(new TextField(CONTENT, memory.content(), Field.Store.YES));
    for (String tag : memory.tags()) {
      document.add(new StringField(TAG, tag, Field.Store.YES));
    }
    document.add(new StoredField(CREATED, memory.created().toString()));
    document.add(new LongPoint(CREATED_MILLIS, memory.created().toEpochMilli()));
    if (embedding.hasDirection()) {
      document.add(
          new KnnFloatVectorField(
              VECTOR, embedding.vector(), VectorSimilarityFunction.DOT_PRODUCT));
    }
    return document;
  }

  static Memory memory(Document document) {
    return new Memory(
        document.get(ID),
        document.get(CONTENT),
        List.of(document.getValues(TAG)),
        Instant.parse(document.get(CREATED)));
  }
}
