package boxoffice.payment.web;

import boxoffice.kernel.Money;

/** A wallet as its owner sees it. */
record WalletView(Money balance) {}
