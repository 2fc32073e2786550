import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;

/**
 * The peer of query_speed: ten results with highlighted passages, and the ten most frequent values of
 * every facet, by Lucene's ArabicAnalyzer, BM25, UnifiedHighlighter over stored offsets and
 * sorted-set facets, in its most usual setting.
 *
 * <pre>
 *   LuceneQueries index ROWS INDEX
 *   LuceneQueries time INDEX QUERIES plain|facets ROUNDS
 * </pre>
 *
 * ROWS: «id TAB title TAB body TAB facet=value TAB …» a line, as lucene_rows.py writes them.
 */
public final class LuceneQueries {
  private static final String[] WORD_FIELDS = {"title", "body"};
  private static final int RESULTS = 10;
  private static final int WARMING_ROUNDS = 3; // the virtual machine compiles what is hot
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 3 && arguments[0].equals("index")) {
      index(Paths.get(arguments[1]), Paths.get(arguments[2]));
    } else if (arguments.length == 5 && arguments[0].equals("time")) {
      boolean withFacets = arguments[3].equals("facets");
      time(Paths.get(arguments[1]), Paths.get(arguments[2]), withFacets, Integer.parseInt(arguments[4]));
    } else {
      System.err.println("LuceneQueries index ROWS INDEX | time INDEX QUERIES plain|facets ROUNDS");
      System.exit(2);
    }
  }

  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    for (String facet : new String[] {"person", "country", "org", "position", "issuer", "year", "month"}) {
      config.setMultiValued(facet, true);
    }
    return config;
  }

  private static Document parse(String row, FieldType words, FacetsConfig facets) throws Exception {
    String[] columns = row.split("\t", -1);
    Document document = new Document();
    document.add(new StringField("id", columns[0], Field.Store.YES));
    document.add(new Field("title", columns[1], words));
    document.add(new Field("body", columns[2], words));
    for (int i = 3; i < columns.length; ++i) {
      int equals = columns[i].indexOf('=');
      document.add(
          new SortedSetDocValuesFacetField(
              columns[i].substring(0, equals), columns[i].substring(equals + 1)));
    }
    return facets.build(document);
  }

  private static void index(Path rows, Path directory) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new ArabicAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(256);
    FieldType words = new FieldType(TextField.TYPE_STORED);
    words.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    FacetsConfig facets = facetsConfig();
    try (IndexWriter writer = new IndexWriter(new MMapDirectory(directory), config);
        Stream<String> lines = Files.lines(rows)) {
      for (String row : (Iterable<String>) lines::iterator) {
        writer.addDocument(parse(row, words, facets));
      }
      writer.forceMerge(1);
    }
  }

  /** Searches, highlights and counts; keeps what a round of each query took. */
  private static final class Timer {
    private final IndexSearcher searcher;
    private final QueryParser parser = new MultiFieldQueryParser(WORD_FIELDS, new ArabicAnalyzer());
    private final UnifiedHighlighter highlighter;
    private final DefaultSortedSetDocValuesReaderState facetState;
    private long check;

    Timer(DirectoryReader reader, boolean withFacets) throws Exception {
      searcher = new IndexSearcher(reader);
      highlighter = new UnifiedHighlighter(searcher, new ArabicAnalyzer());
      facetState = withFacets ? new DefaultSortedSetDocValuesReaderState(reader) : null;
    }

    void answer(String words) throws Exception {
      Query query = parser.parse(words);
      TopDocs top;
      if (facetState == null) {
        top = searcher.search(query, RESULTS);
      } else {
        FacetsCollector matches = new FacetsCollector();
        top = FacetsCollector.search(searcher, query, RESULTS, matches);
        check += new SortedSetDocValuesFacetCounts(facetState, matches).getAllDims(RESULTS).size();
      }
      for (String[] passages : highlighter.highlightFields(WORD_FIELDS, query, top, new int[] {1, 2}).values()) {
        for (String passage : passages) check += passage == null ? 0 : passage.length();
      }
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[values.length / 2];
  }

  private static void print(String name, double[][] rounds) {
    double[] times = Arrays.stream(rounds).mapToDouble(LuceneQueries::median).sorted().toArray();
    System.out.printf(
        "%s p50 %.2f p95 %.2f max %.2f mean %.2f  ", name, times[times.length / 2],
        times[(int) (times.length * .95)], times[times.length - 1],
        Arrays.stream(times).average().orElse(0));
  }

  private static void time(Path directory, Path queriesFile, boolean withFacets, int rounds)
      throws Exception {
    List<String> queries = new ArrayList<>();
    for (String line : Files.readAllLines(queriesFile)) {
      queries.add(QueryParser.escape(line.substring(line.indexOf('\t') + 1)));
    }
    double[][] wall = new double[queries.size()][rounds];
    double[][] cpu = new double[queries.size()][rounds];
    try (DirectoryReader reader = DirectoryReader.open(new MMapDirectory(directory))) {
      Timer timer = new Timer(reader, withFacets);
      for (int round = -WARMING_ROUNDS; round < rounds; ++round) {
        timer.check = 0;
        for (int i = 0; i < queries.size(); ++i) {
          long cpuBefore = CLOCK.getCurrentThreadCpuTime();
          long before = System.nanoTime();
          timer.answer(queries.get(i));
          if (round < 0) continue;
          wall[i][round] = (System.nanoTime() - before) / 1e6;
          cpu[i][round] = (CLOCK.getCurrentThreadCpuTime() - cpuBefore) / 1e6;
        }
      }
      print("ms", wall);
      print("CPU-ms", cpu);
      System.out.printf("check %d%n", timer.check);
    }
  }

  private LuceneQueries() {}
}
