package boxoffice.concert.domain;

/** A seat in the plan, and whether it is free there by now. */
final class Place {

    final PlannedSeat seat;
    boolean isFree;

    Place(PlannedSeat seat, boolean isFree) {
        this.seat = seat;
        this.isFree = isFree;
    }

    boolean fits(Wish.Best wish) {
        return isFree
                && (wish.section() == null || wish.section().equals(seat.section()))
                && (wish.grade() == null || wish.grade().equals(seat.grade()))
                && (wish.budget() == null
                        || wish.budget().currency().equals(seat.price().currency()));
    }
}
