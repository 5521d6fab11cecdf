// The script of manuals. Their pages are complete without it.
import { copying } from "./book/copy";
import { printing } from "./book/print";
import { worksheets } from "./book/worksheet";

copying();
printing();
worksheets();
