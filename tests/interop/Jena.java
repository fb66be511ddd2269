// What the tests ask of Apache Jena: one start of Java for many files, and one JSON line for each.
//
//   java Jena.java quads FILE…                      canonical N-Quads of each file, by its ending, and warnings
//   java Jena.java rows GRAPH QUERY…                ARQ's rows of each query over a file
//   java Jena.java findings SHAPES BESIDE GRAPH…    what Jena SHACL finds in each graph with another beside it
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;

public class Jena {
    public static void main(String[] args) {
        List<String> paths = Arrays.asList(args).subList(1, args.length);
        switch (args[0]) {
            case "quads" -> quads(paths);
            case "rows" -> rows(paths);
            case "findings" -> findings(paths);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    static void tell(JsonValue value) {
        StringBuilder line = new StringBuilder();
        for (char c : JSON.toStringFlat(value).toCharArray())
            line.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
        System.out.println(line);
    }

    static DatasetGraph parsed(String path, List<String> warnings) {
        DatasetGraph made = DatasetGraphFactory.create();
        Lang lang = path.endsWith(".jsonld") ? Lang.JSONLD10 : RDFDataMgr.determineLang(path, null, null);
        RDFParser.source(path).forceLang(lang).errorHandler(new ErrorHandler() {
            public void warning(String message, long line, long column) {
                warnings.add(line + ": " + message);
            }

            public void error(String message, long line, long column) {
                throw new RiotException(line + ": " + message);
            }

            public void fatal(String message, long line, long column) {
                error(message, line, column);
            }
        }).parse(made);
        return made;
    }

    static void quads(List<String> paths) {
        for (String path : paths) {
            JsonObject answer = new JsonObject();
            List<String> warnings = new ArrayList<>();
            try {
                answer.put("quads", canonical(parsed(path, warnings)));
            } catch (RiotException error) {
                answer.put("error", error.getMessage());
            }
            answer.put("warnings", array(warnings));
            tell(answer);
        }
    }

    static JsonArray array(List<String> texts) {
        JsonArray made = new JsonArray();
        texts.forEach(made::add);
        return made;
    }

    static String canonical(DatasetGraph dataset) {
        TreeSet<String> lines = new TreeSet<>();
        for (Iterator<Quad> quads = dataset.find(); quads.hasNext();) {
            Quad q = quads.next();
            String triple = String.join(" ", written(q.getSubject()), written(q.getPredicate()), written(q.getObject()));
            lines.add(triple + (q.isDefaultGraph() ? "" : " " + written(q.getGraph())) + " .\n");
        }
        return String.join("", lines);
    }

    static String written(Node node) {
        if (node.isURI()) return "<" + node.getURI() + ">";
        if (node.isBlank()) return "_:" + node.getBlankNodeLabel();
        String text = '"' + escaped(node.getLiteralLexicalForm()) + '"';
        if (!node.getLiteralLanguage().isEmpty()) return text + "@" + node.getLiteralLanguage();
        String type = node.getLiteralDatatypeURI();
        return type.equals("http://www.w3.org/2001/XMLSchema#string") ? text : text + "^^<" + type + ">";
    }

    static String escaped(String text) {
        StringBuilder made = new StringBuilder();
        for (char c : text.toCharArray()) {
            int short_ = "\b\t\n\f\r\"\\".indexOf(c);
            if (short_ >= 0) made.append('\\').append("btnfr\"\\".charAt(short_));
            else if (c < 32 || c == 127) made.append(String.format("\\u%04X", (int) c));
            else made.append(c);
        }
        return made.toString();
    }

    static void rows(List<String> paths) {
        DatasetGraph graph = parsed(paths.get(0), new ArrayList<>());
        for (String path : paths.subList(1, paths.size())) {
            try (QueryExecution asked = QueryExecutionFactory.create(QueryFactory.read(path), DatasetFactory.wrap(graph))) {
                ResultSet found = asked.execSelect();
                JsonArray rows = new JsonArray();
                while (found.hasNext()) {
                    QuerySolution solution = found.next();
                    JsonArray row = new JsonArray();
                    for (String name : found.getResultVars()) row.add(term(solution.contains(name) ? solution.get(name).asNode() : null));
                    rows.add(row);
                }
                JsonObject answer = new JsonObject();
                answer.put("names", array(found.getResultVars()));
                answer.put("rows", rows);
                tell(answer);
            }
        }
    }

    static JsonValue term(Node node) {
        if (node == null) return JsonNull.instance;
        JsonObject made = new JsonObject();
        made.put("type", node.isLiteral() ? "literal" : node.isURI() ? "uri" : "bnode");
        made.put("value", node.isLiteral() ? node.getLiteralLexicalForm() : node.isURI() ? node.getURI() : node.getBlankNodeLabel());
        if (node.isLiteral()) {
            made.put("datatype", node.getLiteralDatatypeURI());
            if (!node.getLiteralLanguage().isEmpty()) made.put("xml:lang", node.getLiteralLanguage());
        }
        return made;
    }

    static void findings(List<String> paths) {
        Shapes shapes = ShaclValidator.get().parse(parsed(paths.get(0), new ArrayList<>()).getDefaultGraph());
        Graph beside = parsed(paths.get(1), new ArrayList<>()).getDefaultGraph();
        for (String path : paths.subList(2, paths.size())) {
            Graph whole = GraphFactory.createGraphMem();
            GraphUtil.addInto(whole, beside);
            RDFParser.source(path).parse(whole); // not strictly: ill-typed literals are for the shapes to find
            JsonArray found = new JsonArray();
            for (ReportEntry entry : ShaclValidator.get().validate(shapes, whole).getEntries()) found.add(finding(entry));
            tell(found);
        }
    }

    static JsonObject finding(ReportEntry entry) {
        JsonObject made = new JsonObject();
        made.put("focus", string(entry.focusNode()));
        made.put("shape", string(entry.source()));
        made.put("constraint", string(entry.sourceConstraint()));
        made.put("path", path(entry.resultPath()));
        made.put("severity", string(entry.severity().level()));
        made.put("message", entry.message() == null ? JsonNull.instance : new JsonString(entry.message()));
        made.put("value", term(entry.value()));
        return made;
    }

    static JsonValue string(Node node) {
        return node == null ? JsonNull.instance : new JsonString(node.isURI() ? node.getURI() : node.toString());
    }

    static JsonValue path(Path path) {
        if (path == null) return JsonNull.instance;
        if (path instanceof P_Link link) return new JsonString(link.getNode().getURI());
        if (path instanceof P_Inverse inverse && inverse.getSubPath() instanceof P_Link link)
            return new JsonString("^" + link.getNode().getURI());
        return new JsonString("(path)");
    }
}
