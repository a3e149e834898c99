import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j for tests: Bolt on loopback, nothing else.
 *
 * java -cp 'lib/*' Launcher.java HOME PORT PASSWORD [SETTING=VALUE ...]
 *
 * PORT 0 takes a free one. PASSWORD "-" switches authentication off, "first"
 * leaves the password that must be changed at the first login (neo4j), any other
 * is the password of the user neo4j. It prints "READY port" once Bolt answers.
 * When its standard input ends it deletes HOME and ends, so that it never
 * outlives its test; SIGTERM stops it and leaves HOME for another start.
 */
public class Launcher {
    public static void main(String[] args) {
        try {
            run(args);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(String[] args) throws Exception {
        String password = args[2];
        Map<String, String> settings = new HashMap<>();
        settings.put("server.bolt.enabled", "true");
        settings.put("server.bolt.listen_address", "127.0.0.1:" + args[1]);
        settings.put("server.bolt.advertised_address", "127.0.0.1:" + args[1]);
        settings.put("server.http.enabled", "false");
        settings.put("server.https.enabled", "false");
        settings.put("server.memory.pagecache.size", "64m");
        settings.put("dbms.usage_report.enabled", "false");
        settings.put("dbms.security.auth_enabled", password.equals("-") ? "false" : "true");
        for (int i = 3; i < args.length; i++) {
            String[] pair = args[i].split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        Thread watch = new Thread(() -> endWithInput(Path.of(args[0])), "watch");
        watch.setDaemon(true);
        watch.start();
        Path home = Path.of(args[0]);
        Path file = Files.createDirectories(home).resolve("test.conf");
        Files.write(file, settings.entrySet().stream().map(s -> s.getKey() + "=" + s.getValue()).toList());
        DatabaseManagementService service =
                new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(file).build();
        GraphDatabaseAPI system = (GraphDatabaseAPI) service.database("system");
        if (!password.equals("-") && !password.equals("first")) {
            system.executeTransactionally(
                    "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("READY " + system.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT).getPort());
        Thread.currentThread().join();
    }

    private static void endWithInput(Path home) {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        } catch (IOException | UncheckedIOException e) {
            // what is left is in a temporary folder
        }
        Runtime.getRuntime().halt(0);
    }
}
