// A field for a day, where a page shows periods: opens the period that the day lies in and hides the others.
// Without script the field is not there, and every period can be opened by hand.

function pick(periods, answer, day) {
  const found = periods.find(
    (one) => (!one.dataset.fran || one.dataset.fran <= day) && (!one.dataset.till || day <= one.dataset.till),
  );
  for (const one of periods) {
    one.hidden = Boolean(day) && one !== found;
    one.open = Boolean(day) && one === found;
  }
  if (!day) answer.textContent = "";
  else answer.textContent = found ? found.querySelector("summary").textContent : "Arkivet visar ingen med en plats den dagen.";
}

function field(place, periods) {
  const label = document.createElement("label");
  label.htmlFor = "dagval";
  label.textContent = "Visa dagen";
  const input = document.createElement("input");
  input.type = "date";
  input.id = "dagval";
  const answer = document.createElement("output");
  answer.htmlFor = "dagval";
  input.addEventListener("input", () => pick(periods, answer, input.value));
  place.append(label, input, answer);
  place.hidden = false;
}

function openTarget(periods) {
  const target = periods.find((one) => "#" + one.id === location.hash);
  if (target) target.open = true;
}

const place = document.querySelector("[data-dagval]");
if (place) {
  const periods = [...document.querySelectorAll("details.period")];
  field(place, periods);
  openTarget(periods);
  addEventListener("hashchange", () => openTarget(periods));
}
