package boxoffice.booking.contract;

/** How a cancellation stands, as its buyer sees it. */
public enum CancellationStatus {
    /** Its lines are being claimed; nothing is done yet. */
    CLAIMING,
    /** The lines are claimed, the money is on its way back. */
    REFUNDING,
    /** The money is back; the seats are being freed and the lines closed. */
    CLOSING,
    /** All of it is done. */
    CANCELED,
    /** Nothing was done, for the reason given beside it. */
    REFUSED;

    /** Whether nothing will change any more. */
    public boolean isFinal() {
        return switch (this) {
            case CANCELED, REFUSED -> true;
            case CLAIMING, REFUNDING, CLOSING -> false;
        };
    }
}
