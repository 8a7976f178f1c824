package boxoffice.system;

import static org.assertj.core.api.Assertions.assertThat;

import boxoffice.local.system.Service;
import boxoffice.system.Duplications.Column;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The page on data that stands twice, held against the schemas that the running services have made.
 * A column that is called like another service's, or has its value after a booking was made and
 * given back in part, is a copy and stands in the table, or the page says why it is none.
 */
class DataDuplicationIT {

    private static final Duplications PAGE = Duplications.read();

    /** Where copies come to be; concert is where most originals are. */
    private static final List<Service> COPYING =
            List.of(Service.ORDER, Service.PAYMENT, Service.QUEUE);

    private static final Set<String> TEXTS = Set.of("char", "varchar", "text", "mediumtext");

    /** Which rows are those of a booking, or of its buyer. */
    private static final List<String> KEYS = List.of("booking_id", "order_id", "buyer_id");

    /** Each column with its type. */
    private static Map<Column, String> columns;

    @BeforeAll
    static void readTheSchemas() {
        columns = new LinkedHashMap<>();
        for (var service : Sql.OWNERS) {
            Sql.rows(
                            service,
                            """
                            select table_name, column_name, data_type
                            from information_schema.columns
                            where table_schema = database()
                                and lower(table_name) not like 'databasechangelog%'
                            order by table_name, ordinal_position
                            """)
                    .forEach(row ->
                            columns.put(new Column(service, row.get(0), row.get(1)), row.get(2)));
        }
    }

    @Test
    void namesNothingThatTheSchemasDoNotHave() {
        assertThat(PAGE.rows()).hasSizeGreaterThan(5);
        for (var row : PAGE.rows()) {
            assertThat(row.copies()).as(row.field()).isNotEmpty();
            assertThat(columns.keySet()).as(row.field()).containsAll(row.owner());
            assertThat(columns.keySet()).as(row.field()).containsAll(row.copies());
        }
        var names = new HashSet<String>();
        columns.keySet()
                .forEach(column ->
                        names.addAll(
                                List.of(
                                        column.name(),
                                        column.table(),
                                        column.table() + "." + column.name())));
        assertThat(names).containsAll(PAGE.notCopies());
    }

    @Test
    void explainsEachColumnThatIsCalledLikeAnotherServices() {
        var alike = new TreeMap<String, Set<String>>();
        for (var mine : ofServices(COPYING)) {
            for (var theirs : columns.keySet()) {
                if (mine.service() != theirs.service() && areAlike(mine.name(), theirs.name())) {
                    alike.computeIfAbsent(mine.toString(), _ -> new TreeSet<>())
                            .add(theirs.toString());
                }
            }
        }
        assertThat(alike).containsKey("order: orders.concert_title");
        assertExplained(alike);
    }

    /** Also where one says whose it is: concert_title is like title, price_currency currency. */
    private static boolean areAlike(String one, String other) {
        return one.equals(other)
                || (!other.equals("id") && one.endsWith("_" + other))
                || (!one.equals("id") && other.endsWith("_" + one));
    }

    @Test
    void explainsEachColumnThatHasTheValueOfAnotherServices() {
        var buyer = Buyer.withPoints(1_000_000);
        var booking = soldAndGivenBackInPart(buyer);
        var same = new TreeMap<String, Set<String>>();
        for (var service : COPYING) {
            var values = valuesOf(service, List.of(booking, buyer.name()));
            for (var theirs : texts(Sql.OWNERS)) {
                if (theirs.service() != service) {
                    select(theirs, theirs.name(), values.keySet())
                            .forEach(value ->
                                    values.getOrDefault(value, Set.of())
                                            .forEach(mine ->
                                                    same.computeIfAbsent(mine, _ -> new TreeSet<>())
                                                            .add(theirs.toString())));
                }
            }
        }
        assertThat(same).containsKeys("order: orders.concert_title", "payment: refunds.refund_id");
        assertExplained(same);
    }

    private static String soldAndGivenBackInPart(Buyer buyer) {
        var seats = Seats.inTheArena(2);
        var held = buyer.bookPatiently("twice", Seats.ARENA, seats).expect(201);
        var booking = held.text("bookingId");
        buyer.payPatiently(booking, "pay").expect(200);
        Wait.until(
                Duration.ofSeconds(30), () -> assertThat(Workflows.isRunning(booking)).isFalse());
        buyer.cancelPatiently(booking, "one", seats.getFirst()).expect(200);
        return booking;
    }

    /** The texts in the rows of a booking and its buyer, each with the columns that have it. */
    private static Map<String, Set<String>> valuesOf(Service service, List<String> keys) {
        var values = new TreeMap<String, Set<String>>();
        for (var column : texts(List.of(service))) {
            var key =
                    KEYS.stream()
                            .filter(name ->
                                    columns.containsKey(new Column(service, column.table(), name)))
                            .findFirst();
            key.ifPresent(name ->
                    select(column, name, keys)
                            .forEach(value ->
                                    values.computeIfAbsent(value, _ -> new TreeSet<>())
                                            .add(column.toString())));
        }
        return values;
    }

    /** What stands in the column where another one has one of these values. */
    private static Set<String> select(Column column, String where, Collection<String> values) {
        var query =
                "select distinct %1$s from %2$s where %3$s in (%4$s) and %1$s is not null"
                        .formatted(
                                column.name(),
                                column.table(),
                                where,
                                String.join(", ", Collections.nCopies(values.size(), "?")));
        return Sql.rows(column.service(), query, values.toArray()).stream()
                .map(List::getFirst)
                .collect(Collectors.toSet());
    }

    private static List<Column> ofServices(Collection<Service> services) {
        return columns.keySet().stream()
                .filter(column -> services.contains(column.service()))
                .toList();
    }

    private static List<Column> texts(Collection<Service> services) {
        return ofServices(services).stream()
                .filter(column -> TEXTS.contains(String.valueOf(columns.get(column))))
                .toList();
    }

    private static void assertExplained(Map<String, Set<String>> found) {
        var explained =
                columns.keySet().stream()
                        .filter(PAGE::explains)
                        .map(Column::toString)
                        .collect(Collectors.toSet());
        var unexplained = new TreeMap<>(found);
        unexplained.keySet().removeAll(explained);
        assertThat(unexplained)
                .as(
                        "copies that infra/docs/data-duplication.md does not know: add a row for"
                                + " each, or say in its list why it is none")
                .isEmpty();
    }
}
