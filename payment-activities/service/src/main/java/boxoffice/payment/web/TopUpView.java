package boxoffice.payment.web;

import boxoffice.kernel.Money;
import boxoffice.payment.domain.TopUp;

/** A top-up as its buyer sees it. */
record TopUpView(String topUpId, TopUp.State state, Money amount) {}
