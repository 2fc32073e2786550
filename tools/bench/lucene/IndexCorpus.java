// The peer of the bulk benchmark: Lucene's ArabicAnalyzer over a corpus of JSON Lines.
//
//   java IndexCorpus CORPUS.jsonl FOLDER THREADS
//
// Each record's title and text are indexed with positions and the offsets that its quickest
// highlighter wants, and stored; its id, issuer and date are stored too. One merge to a single segment
// ends the run, so that both engines leave one index. Lucene recognises no persons or countries, so it
// is spared that work.
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

final class IndexCorpus {
  private static final String END = new String("end of the corpus");
  private static final FieldType WORDS = new FieldType(TextField.TYPE_STORED);
  static {
    WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    WORDS.freeze();
  }

  private static String value(JsonObject record, String key) {
    return record.has(key) && !record.get(key).isJsonNull() ? record.get(key).getAsString() : "";
  }

  private static Document document(String line) {
    JsonObject record = JsonParser.parseString(line).getAsJsonObject();
    String issuer = value(record, "source");
    Document document = new Document();
    document.add(new StringField("id", value(record, "id"), Field.Store.YES));
    document.add(new Field("title", value(record, "title"), WORDS));
    document.add(new Field("text", value(record, "text"), WORDS));
    document.add(new StringField("issuer", issuer, Field.Store.YES));
    document.add(new SortedDocValuesField("issuer_facet", new BytesRef(issuer)));
    document.add(new StringField("date", value(record, "date"), Field.Store.YES));
    return document;
  }

  private static Void take(BlockingQueue<String> lines, IndexWriter writer) throws Exception {
    for (String line = lines.take(); line != END; line = lines.take()) {
      writer.addDocument(document(line));
    }
    lines.put(END);  // for the next thread
    return null;
  }

  public static void main(String[] arguments) throws Exception {
    int threads = Integer.parseInt(arguments[2]);
    IndexWriterConfig config = new IndexWriterConfig(new ArabicAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(256);
    BlockingQueue<String> lines = new ArrayBlockingQueue<>(1000);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (IndexWriter writer = new IndexWriter(new MMapDirectory(Path.of(arguments[1])), config);
         BufferedReader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < threads; ++i) workers.add(pool.submit(() -> take(lines, writer)));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) lines.put(line);
      lines.put(END);
      for (Future<Void> worker : workers) worker.get();
      writer.forceMerge(1);
      writer.commit();
    } catch (ExecutionException error) {
      error.getCause().printStackTrace();
      System.exit(1);
    } finally {
      pool.shutdown();
    }
  }
}
