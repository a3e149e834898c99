import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.SettingImpl;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j for tests: Bolt on loopback, nothing else.
 *
 * java -cp 'CLASSES:lib/*' Launcher HOME PORT PASSWORD [SETTING=VALUE ...]
 *
 * PORT 0 takes a free one; PASSWORD is that of the user neo4j. It prints
 * "READY port" once Bolt answers. Each line SETTING=VALUE of its standard input
 * changes a setting that can be changed while the server runs, and is answered by
 * a line, "DONE" or "FAILED why". When its standard input ends it deletes HOME
 * and ends, so that it never outlives its test; SIGTERM stops it and leaves HOME
 * for another start.
 */
public class Launcher {
    public static void main(String[] args) {
        try {
            run(Path.of(args[0]), args[1], args[2], args);
        } catch (Exception e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(Path home, String port, String password, String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.bolt.enabled", "true");
        settings.put("server.bolt.listen_address", "127.0.0.1:" + port);
        settings.put("server.bolt.advertised_address", "127.0.0.1:" + port);
        settings.put("server.http.enabled", "false");
        settings.put("server.https.enabled", "false");
        settings.put("dbms.security.auth_enabled", "true");
        settings.put("dbms.usage_report.enabled", "false");
        for (int i = 3; i < args.length; i++) {
            String[] pair = args[i].split("=", 2);
            settings.put(pair[0], pair[1]);
        }
        Path file = Files.createDirectories(home).resolve("test.conf");
        Files.write(file, settings.entrySet().stream().map(s -> s.getKey() + "=" + s.getValue()).toList());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        DatabaseManagementService[] service = new DatabaseManagementService[1];
        Thread watch = new Thread(() -> obey(input, service, home), "watch");
        watch.setDaemon(true);
        watch.start();
        service[0] = new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(file).build();
        GraphDatabaseAPI system = (GraphDatabaseAPI) service[0].database("system");
        system.executeTransactionally(
                "CREATE OR REPLACE USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
        Runtime.getRuntime().addShutdownHook(new Thread(service[0]::shutdown));
        System.out.println("READY " + system.getDependencyResolver()
                .resolveDependency(ConnectorPortRegister.class)
                .getLocalAddress(ConnectorType.BOLT).getPort());
        Thread.currentThread().join();
    }

    /** Changes settings line by line; at the end of the input ends the server for good. */
    private static void obey(BufferedReader input, DatabaseManagementService[] service, Path home) {
        try {
            for (String line; (line = input.readLine()) != null; ) {
                System.out.println(change((GraphDatabaseAPI) service[0].database("system"), line.split("=", 2)));
            }
        } catch (IOException e) {
            // nobody is there any more
        }
        for (int i = 0; i < 5 && Files.exists(home); i++) { // the server writes while we delete
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            } catch (IOException | UncheckedIOException e) {
                // what is left is in a temporary folder
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private static String change(GraphDatabaseAPI system, String[] pair) {
        try {
            Config config = system.getDependencyResolver().resolveDependency(Config.class);
            SettingImpl<Object> setting = (SettingImpl<Object>) config.getSetting(pair[0]);
            config.setDynamic(setting, setting.parse(pair[1]), "test");
            return "DONE";
        } catch (RuntimeException e) {
            return "FAILED " + e;
        }
    }
}
