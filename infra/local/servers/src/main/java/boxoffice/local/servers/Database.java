package boxoffice.local.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One database with two users of its own: the owner makes its tables and says what the user may
 * change in them; the user reads and adds rows.
 *
 * @param url JDBC, with all the driver needs to know
 */
public record Database(
        String url, String user, String password, String owner, String ownerPassword) {

    /** An owner is called like its user, and this; a changelog finds the user's name by it. */
    private static final String OWNER = "_owner";

    /**
     * The database of a user, and its owner beside it.
     *
     * @param passwordOf by the name of the user
     */
    public static Database of(String url, String user, UnaryOperator<String> passwordOf) {
        var owner = user + OWNER;
        return new Database(url, user, passwordOf.apply(user), owner, passwordOf.apply(owner));
    }

    /**
     * What an administrator runs to make both users, or to make them again with other passwords.
     * None of them has any right in another database.
     *
     * @param name of the database
     * @param host from where they may come
     */
    public List<String> rights(String name, String host) {
        // In a grant _ stands for any letter, which would reach into a neighbour's database.
        var on = " on `" + name.replace("_", "\\_") + "`.* to ";
        var statements = new ArrayList<String>();
        var passwords = Map.of(user, password, owner, ownerPassword);
        passwords.forEach((who, secret) -> {
            var grantee = "'" + who + "'@'" + host + "'";
            var identified = grantee + " identified by '" + secret + "'";
            statements.add("create user if not exists " + identified);
            statements.add("alter user " + identified);
            statements.add(
                    who.equals(owner)
                            ? "grant all privileges" + on + grantee + " with grant option"
                            : "grant select, insert" + on + grantee);
        });
        return statements;
    }

    /** A connection of the owner's, in auto-commit; the caller closes it. */
    public Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(url, owner, ownerPassword);
    }

    /** A connection of its own, in auto-commit; the caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password: this is what ends up in logs and test names. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
