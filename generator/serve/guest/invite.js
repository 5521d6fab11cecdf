// Shows the page of the code anew when the code has been used or is void, or a guest has come.
(() => {
  "use strict";
  const state = document.currentScript.dataset.state;
  setInterval(async () => {
    try {
      const now = await (await fetch("/_lan/state")).text();
      if (now !== state) location.reload();
    } catch {
      // the program does not answer: what is seen stays
    }
  }, 2000);
})();
