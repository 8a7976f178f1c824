package boxoffice.system;

import boxoffice.local.system.Service;

/** One booking's row in each of the four databases, by state; "none" where there is none. */
record Rows(String hold, String order, String pass, String payment) {

    static final Rows SOLD = new Rows("SOLD", "CONFIRMED", "FINISHED", "CHARGED");

    /** Sold, and then canceled to the last line. */
    static final Rows GIVEN_BACK = new Rows("RELEASED", "CONFIRMED", "FINISHED", "CHARGED");

    /** Given away: nobody paid, and no pass was needed. */
    static final Rows GIFT = new Rows("SOLD", "CONFIRMED", "none", "none");

    /** Given away, and then canceled to the last line. */
    static final Rows GIFT_GIVEN_BACK = new Rows("RELEASED", "CONFIRMED", "none", "none");

    /** The seats became the buyer's, whatever the buyer did with them later. */
    boolean isConfirmed() {
        return equals(SOLD) || equals(GIVEN_BACK) || equals(GIFT) || equals(GIFT_GIVEN_BACK);
    }

    static Rows of(String booking) {
        return new Rows(
                state(Service.CONCERT, "seat_holds", booking),
                state(Service.ORDER, "orders", booking),
                state(Service.QUEUE, "pass_uses", booking),
                state(Service.PAYMENT, "payments", booking));
    }

    private static String state(Service owner, String table, String booking) {
        return Sql.text(owner, "select state from " + table + " where booking_id = ?", booking);
    }

    /** Nothing of it is held, owed or taken. */
    boolean isUndone() {
        return (hold.equals("none") || hold.equals("RELEASED"))
                && (order.equals("none") || order.equals("CANCELED"))
                && (pass.equals("none") || pass.equals("BACK"))
                && (payment.equals("none") || payment.equals("REVERSED"));
    }

    boolean isFinal() {
        return isConfirmed() || isUndone();
    }

    static long seatsOf(String booking) {
        return Sql.number(
                Service.CONCERT, "select count(*) from seats where booking_id = ?", booking);
    }
}
