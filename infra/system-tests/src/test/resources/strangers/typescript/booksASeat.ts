// A stranger to Boxoffice who has its OpenAPI document alone: holds a seat, pays for it with points
// and reads the order, by a client that openapi-generator made.
//
// Arguments: the address, a token, a schedule and a seat of it. Says the order's id last.
import { BookingApi, Configuration, OrderApi, ResponseError } from "./client/index.js";

// Of Node's own there is nothing else that is needed here.
declare const process: { argv: string[] };

const [address, token, scheduleId, seatNo] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
];

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`not so: ${what}`);
}

const configuration = new Configuration({ basePath: address, accessToken: token });
const bookings = new BookingApi(configuration);
const wanted = { scheduleId, seats: new Set([seatNo]) };
const book = () =>
  bookings.bookingBook({
    idempotencyKey: crypto.randomUUID(),
    prefer: "wait=10",
    bookingBookRequest: wanted,
  });

const held = await book();
check(held.seats?.[0]?.seatNo === seatNo, "holds the seat");

let paid = await bookings.bookingPay({
  id: held.bookingId,
  idempotencyKey: crypto.randomUUID(),
  bookingPayRequest: { method: "POINTS" },
});
// Under way is an answer, too: what became of it is the booking's status.
for (let ask = 0; ask < 60 && paid.status !== "CONFIRMED"; ask++) {
  await new Promise((resume) => setTimeout(resume, 500));
  paid = await bookings.bookingShow({ id: held.bookingId });
}
check(paid.status === "CONFIRMED", "is confirmed");

const order = await new OrderApi(configuration).orderShow({ id: held.bookingId });
if (order.state !== "CONFIRMED") throw new Error(`not so: has a confirmed order, but ${order.state}`);
check(order.lines[0]?.seatNo === seatNo, "has its line");

const refusal = await book().then(
  () => undefined,
  (error: unknown) => error,
);
if (!(refusal instanceof ResponseError)) throw new Error("the seat was sold twice");
check(refusal.response.status === 409, "is told that the seat is taken");
const problem = (await refusal.response.json()) as { code: string };
check(problem.code === "seats-taken", "is told so by a code");

console.log(order.orderId);
