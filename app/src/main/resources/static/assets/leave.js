// Leaves the page at once: by the button, or by pressing Shift three times within five seconds. The
// button works without this too; with it, "back" does not lead here again.
"use strict";

const WITHIN = 5000;
const button = document.querySelector(".leave a");
let pressed = [];

const leave = () => {
  document.documentElement.hidden = true;
  document.title = "";
  location.replace(button.href);
};

button.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

addEventListener("keydown", (event) => {
  if (event.key !== "Shift") {
    pressed = [];
  } else if (!event.repeat) {
    const now = Date.now();
    pressed = [...pressed.filter((each) => now - each < WITHIN), now];
    if (pressed.length === 3) leave();
  }
});
