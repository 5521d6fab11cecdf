// The only script that a page waits for: what a visitor has chosen for her reading holds before anything is drawn, so that nothing jumps.
// A policy without inline scripts makes it a file of its own; it must stay under a kilobyte.
import { apply, chosen } from "./reading/chosen";

const root = document.documentElement;
apply(root, chosen());
root.dataset.script = ""; // what only a script can do is shown by styles, not moved in later
